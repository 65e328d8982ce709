import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Packer, Paragraph, Document as WordDocument } from "docx";
import { expect, test } from "vitest";
import { emptyFolder } from "../../support/folder.ts";
import { run } from "../../support/program.ts";
import { paragraphs, readParts } from "../../support/word.ts";

test("a Word template of the office's own is filled by the command, or told what to mend in it", async () => {
  const folder = await emptyFolder();
  const taizhang = (...args: string[]) => run(["--office", join(folder, "office"), ...args]);
  await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  await taizhang("log", "study", "春耕学习", "--date", "2022-03-01");
  const template = join(folder, "模板.docx");
  const write = async (...lines: string[]) => {
    const children = lines.map((line) => new Paragraph(line));
    await writeFile(
      template,
      await Packer.toBuffer(new WordDocument({ sections: [{ children }] })),
    );
  };
  const report = ["report", "--period", "2022-H1", "--template", template];
  const out = join(folder, "报告.docx");

  await write("学习{{集中学系}}", "{{#study.sources}}{{日期}}{{标体}}{{/study.sources}}");
  const wrong = await taizhang(...report, "--out", out);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("模板有 2 处要改，没有写文件");
  expect(wrong.err).toContain(
    "正文第 1 段“学习{{集中学系}}”：没有叫“集中学系”的指标或文段。是不是“集中学习”？",
  );
  expect(wrong.err).toMatch(/正文第 2 段.*“标体”.*是不是“标题”？/);
  expect(await readdir(folder)).not.toContain("报告.docx");

  await write("学习{{集中学习}}", "{{#study.sources}}{{日期}}{{标题}}{{/study.sources}}");
  expect(await taizhang(...report, "--out", out)).toMatchObject({ code: 0 });
  const written = paragraphs(readParts(await readFile(out)));
  expect(written.map(({ text }) => text)).toEqual(["学习1次", "2022年3月1日春耕学习"]);

  expect(await taizhang(...report)).toMatchObject({
    code: 2,
    err: expect.stringContaining("--out"),
  });
  const asText = await taizhang(...report, "--out", join(folder, "报告.txt"));
  expect(asText).toMatchObject({ code: 2, err: expect.stringContaining("是 Word 模板") });
});
