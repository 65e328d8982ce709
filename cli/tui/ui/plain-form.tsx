/**
 * A form read aloud: its fields as numbered lines, the options of the one that has the keys, what
 * is wrong, and last the line that is being typed.
 */
import { Box } from "ink";
import type { Field, Value } from "./field.ts";
import { numbered } from "./plain.ts";
import { Text } from "./text.tsx";
import type { Form } from "./use-form.ts";

/** More of them are not listened to; typing finds the rest. */
const optionsRead = 7;

export function PlainForm({
  form,
  complaint,
  wordsOf,
}: {
  readonly form: Form;
  readonly complaint: string | undefined;
  readonly wordsOf: (field: Field, value: Value | undefined) => string;
}) {
  const { fields, values, at, line, options, option } = form;
  const field = fields[at];
  const first = Math.max(0, option - Math.floor(optionsRead / 2));
  return (
    <Box flexDirection="column">
      {fields.map((one, index) => (
        <Text key={one.name}>
          {numbered(index, index === at, `${one.label}: ${wordsOf(one, values[one.name])}`)}
        </Text>
      ))}
      {options.slice(first, first + optionsRead).map(({ id, label }, index) => (
        <Text key={`option ${id}`}>
          {`  ${numbered(first + index, first + index === option, label)}`}
        </Text>
      ))}
      {complaint ? <Text>{`! ${complaint}`}</Text> : null}
      {field ? <Text>{`${field.label}: ${line.text || (field.hint ?? "")}`}</Text> : null}
    </Box>
  );
}
