/**
 * A Word template of the office's own: `{{集中学习}}` is the printed figure with its unit word,
 * `{{#problems}} … {{/problems}}` repeats what stands between, be it words, paragraphs or rows of
 * a table. All tags are read first: each that is not known is an error with its place and the name
 * that was probably meant, and nothing is written.
 *
 * What people typed is put in as text, after the tags were read: it is never taken for a tag.
 */
import { LoopPlugin, type Tag, TemplateHandler, TextPlugin } from "easy-template-x";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Document } from "../document.ts";
import { dated } from "../formats/docx/package.ts";
import { xmlText } from "../formats/docx/xml.ts";
import { wordNames } from "./names.ts";
import { openTemplate, type TemplateFault } from "./opened.ts";
import { placeOf, type TagPlace } from "./places.ts";
import { findIn, nearestIn, type Scope } from "./scope.ts";
import { MarkTagParagraphs, RemoveTagParagraphs } from "./tag-paragraphs.ts";

export type FilledWord =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: TemplateFault | { readonly unreadable: string } }
  | { readonly ok: false; readonly errors: readonly TagError[] };

export interface TagError {
  readonly issue: "unknown-name" | "not-closed" | "closes-nothing" | "is-a-list";
  readonly name: string;
  readonly place: TagPlace;
  readonly nearest?: string | undefined;
}

/** As in the text templates; `{` alone is an ordinary sign. */
const delimiters = { tagStart: "{{", tagEnd: "}}" };

/**
 * @param now the ledger as it is
 * @param then the one that the document was made from: another where the report is frozen
 */
export async function fillWordTemplate(
  template: Uint8Array,
  document: Document,
  now: Ledger,
  then: Ledger,
): Promise<FilledWord> {
  const opened = openTemplate(template);
  if (typeof opened === "string") return { ok: false, fault: opened };
  const root = wordNames(document, now, then);
  const handler = new TemplateHandler({
    delimiters,
    plugins: [new LoopPlugin(), new TextPlugin()], // no pictures, links or XML of the data's
    maxXmlDepth: 60,
    extensions: {
      beforeCompilation: [new MarkTagParagraphs()],
      afterCompilation: [new RemoveTagParagraphs()],
    },
    scopeDataResolver: ({ path }) => resolve(root, path),
  });
  try {
    const errors = checkTags(await handler.parseTags(opened.bytes), root);
    if (errors.length > 0) return { ok: false, errors };
    const filled = await handler.process(opened.bytes, {});
    return { ok: true, bytes: dated(filled, document.period.to) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, fault: { unreadable: error.message } };
  }
}

/** Every tag in turn, with the loops that it stands in. */
function checkTags(tags: readonly Tag[], root: Scope): TagError[] {
  const errors: TagError[] = [];
  const open: { readonly tag: Tag; readonly scope: Scope | undefined }[] = [];
  const complain = (tag: Tag, issue: TagError["issue"], nearest?: string) =>
    errors.push({ issue, name: tag.name ?? "", place: placeOf(tag), nearest });
  for (const tag of tags) {
    if (tag.disposition === "Close") {
      const last = open.pop();
      if (!last) complain(tag, "closes-nothing");
      else if (tag.name !== "" && tag.name !== last.tag.name) complain(last.tag, "not-closed");
      continue;
    }
    const scopes = [root, ...open.flatMap(({ scope }) => (scope ? [scope] : []))];
    const value = findIn(scopes, tag.name ?? "");
    if (!value) complain(tag, "unknown-name", nearestIn(scopes, tag.name ?? ""));
    if (tag.disposition === "Open") {
      open.push({ tag, scope: value?.type === "list" ? value.member : undefined });
    } else if (value?.type === "list") complain(tag, "is-a-list");
  }
  for (const { tag } of open) complain(tag, "not-closed");
  return errors;
}

/** What the tag at the end of this path is: the loops before it, each with the place it is at. */
function resolve(root: Scope, path: readonly (Tag | number)[]) {
  const scopes = [root];
  for (const [at, step] of path.entries()) {
    if (typeof step === "number") continue;
    const value = findIn(scopes, step.name);
    const member = path[at + 1];
    if (at === path.length - 1 || typeof member !== "number") {
      if (at < path.length - 1) continue;
      if (value?.type === "list") return value.members().map(() => ({}));
      if (!value) return "";
      return step.disposition === "Open" ? value.holds() : xmlText(value.text());
    }
    const scope = value?.type === "list" ? value.members()[member] : undefined;
    if (scope) scopes.push(scope);
  }
  return "";
}
