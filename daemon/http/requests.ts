/** Reading what a request brings, by its schema; what does not fit is said by place. */
import type { Context } from "hono";
import { z } from "zod";
import { RequestFailed } from "../../shared/connection.ts";
import { Seq } from "../../shared/words/ids.ts";

/** @throws RequestFailed */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  let value: unknown;
  try {
    value = JSON.parse(await c.req.text());
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new RequestFailed({ code: "malformed-json" });
    throw cause;
  }
  return readAs(schema, value);
}

/** @throws RequestFailed */
export function readQuery<T extends z.ZodType>(c: Context, schema: T): z.infer<T> {
  return readAs(schema, c.req.query());
}

function readAs<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join(".") ?? "";
  throw new RequestFailed({ code: "malformed", path, issue: issue?.message ?? "" });
}

/** A number as it stands in an address. */
export const SeqText = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number)
  .pipe(Seq);
