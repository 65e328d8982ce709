import { Text } from "ink";
import { cleanup, render } from "ink-testing-library";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import {
  ConfirmLine,
  ConfirmProvider,
  useConfirm,
  useConfirming,
} from "../../../cli/tui/confirm.tsx";
import { OfficeProvider, type OpenOffice } from "../../../cli/tui/office-context.tsx";
import { useKeys } from "../../../cli/tui/ui/use-keys.ts";
import { wordingIn } from "../../../cli/wording/wording.ts";

afterEach(cleanup);

function Asker() {
  const confirm = useConfirm();
  const [said, setSaid] = useState("?");
  useKeys((input) => {
    if (input === "v") void confirm("作废这一条？").then((yes) => setSaid(yes ? "是" : "否"));
  });
  return <Text>{said}</Text>;
}

function Frame() {
  const { question, confirm } = useConfirming();
  return (
    <OfficeProvider office={{ wording: wordingIn("zh") } as OpenOffice}>
      <ConfirmProvider value={confirm}>
        <Asker />
      </ConfirmProvider>
      {question === undefined ? null : <ConfirmLine question={question} columns={60} />}
    </OfficeProvider>
  );
}

test.each([
  ["y", "是"],
  ["n", "否"],
  ["\r", "否"],
  ["\u001b", "否"],
  ["x", "否"],
])("what cannot be taken back is done for a y alone: %j", async (answer, said) => {
  const { stdin, lastFrame } = render(<Frame />);
  stdin.write("v");
  await expect.poll(lastFrame).toContain("作废这一条？  y 是  其他键 否");
  stdin.write(answer);
  await expect.poll(lastFrame).toBe(said);
});
