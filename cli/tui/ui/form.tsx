/**
 * A form drawn: one line a field, the options of the one that has the keys below. The real caret
 * stands where typing goes, so that the window of an input method opens there; the form never
 * reaches the last line of the screen, where some terminals scroll.
 */
import { Box, useCursor } from "ink";
import { chosenLabels, type Field, type Remark, startOf, type Value } from "./field.ts";
import { usePlain } from "./plain.ts";
import { PlainForm } from "./plain-form.tsx";
import { Text } from "./text.tsx";
import { view } from "./text-edit.ts";
import { signs, theme } from "./theme.ts";
import type { Form } from "./use-form.ts";
import { padTo, truncate, widthOf } from "./width.ts";

/** Where the form stands on the screen, and how much of it there is for the form. */
export interface Place {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const optionLines = 5;

export function FormView({
  form,
  place,
  complaint,
  isActive = true,
}: {
  readonly form: Form;
  readonly place: Place;
  readonly complaint?: string | undefined;
  readonly isActive?: boolean;
}) {
  const { fields, values, at, line } = form;
  const said = form.complaint ?? complaint;
  const spoken = fields[at]?.remark?.(line.text);
  const labels = Math.max(...fields.map(({ label }) => widthOf(label)));
  const shownFields = Math.max(1, place.height - optionLines - 2);
  const first = Math.max(
    0,
    Math.min(at - Math.floor(shownFields / 2), fields.length - shownFields),
  );
  const before = labels + 4;
  const room = Math.max(8, place.width - before - 1);
  const field = fields[at];
  const prefix = field ? chosenWords(field, values[field.name]) : "";
  const typed = { ...line, text: inOneLine(line.text) };
  const { shown, caret } = view(typed, Math.max(4, room - widthOf(prefix)));
  const { setCursorPosition } = useCursor();
  setCursorPosition(
    isActive && field
      ? { x: before + widthOf(prefix) + caret, y: place.top + (at - first) }
      : undefined,
  );
  if (usePlain())
    return <PlainForm form={form} complaint={said ?? spoken?.text} wordsOf={restWords} />;
  return (
    <Box flexDirection="column" height={place.height}>
      {fields.slice(first, first + shownFields).map((one) => {
        const isHere = one === field;
        const text = isHere ? prefix + shown : restWords(one, values[one.name]);
        const hint = text === "" && one.hint ? one.hint : "";
        const remark = one.remark?.(isHere ? line.text : (values[one.name]?.text ?? ""));
        const left = room - widthOf(text) - 2;
        return (
          <Text key={one.name} wrap="truncate">
            <Text color={theme.accent}>{isHere ? `${signs.chosen} ` : "  "}</Text>
            <Text bold={isHere}>{padTo(one.label, labels)}</Text>
            {"  "}
            {truncate(text, room)}
            <Text color={theme.quiet}>{truncate(hint, room)}</Text>
            {remark && left >= widthOf(remark.text) ? (
              <Text color={remark.isBad ? theme.bad : theme.quiet}>
                {`  ${truncate(remark.text, left)}`}
              </Text>
            ) : null}
          </Text>
        );
      })}
      <Text> </Text>
      <Below said={said} spoken={spoken} width={place.width} />
      <Options form={form} width={place.width} />
    </Box>
  );
}

/** What is wrong, or else what is to be said of the field that has the keys, whole. */
function Below({
  said,
  spoken,
  width,
}: {
  readonly said: string | undefined;
  readonly spoken: Remark | undefined;
  readonly width: number;
}) {
  if (said) return <Text color={theme.bad}>{truncate(said, width)}</Text>;
  if (!spoken) return null;
  return (
    <Text color={spoken.isBad ? theme.bad : theme.quiet}>
      {truncate(`  ${spoken.text}`, width)}
    </Text>
  );
}

function Options({ form, width }: { readonly form: Form; readonly width: number }) {
  const { options, option, at, fields, values } = form;
  const chosen = values[fields[at]?.name ?? ""]?.chosen ?? [];
  const first = Math.max(0, Math.min(option - 2, options.length - optionLines));
  return options.slice(first, first + optionLines - 1).map(({ id, label }, index) => {
    const isHere = first + index === option;
    const sign = chosen.includes(id) ? signs.passed : " ";
    return (
      <Text key={id} {...(isHere ? { color: theme.accent } : {})}>
        {truncate(`${isHere ? signs.chosen : " "} ${sign} ${label}`, width)}
      </Text>
    );
  });
}

/** Several lines of a text, on the one that a field has. */
const inOneLine = (text: string): string => text.replaceAll("\n", "⏎");

/** What stands before the caret: the choices already made, or the sign of a check. */
function chosenWords(field: Field, value: Value | undefined): string {
  if (field.type === "check") return value?.passed ? `${signs.passed} ` : `${signs.failed} `;
  const labels = chosenLabels(field, value ?? startOf(field));
  return labels.length > 0 ? `[${labels.join("、")}] ` : "";
}

const restWords = (field: Field, value: Value | undefined): string =>
  field.type === "text" || field.type === "check"
    ? (field.type === "check" ? chosenWords(field, value) : "") + inOneLine(value?.text ?? "")
    : chosenLabels(field, value ?? startOf(field)).join("、");
