/**
 * A form drawn: one line a field, the options of the one that has the keys below. The real caret
 * stands where typing goes, so that the window of an input method opens there; the form never
 * reaches the last line of the screen, where some terminals scroll.
 */
import { Box, useCursor } from "ink";
import type { Field, Value } from "./field.ts";
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
  const { shown, caret } = view(line, Math.max(4, room - widthOf(prefix)));
  const { setCursorPosition } = useCursor();
  setCursorPosition(
    isActive && field
      ? { x: before + widthOf(prefix) + caret, y: place.top + (at - first) }
      : undefined,
  );
  if (usePlain()) return <PlainForm form={form} complaint={complaint} wordsOf={restWords} />;
  return (
    <Box flexDirection="column" height={place.height}>
      {fields.slice(first, first + shownFields).map((one) => {
        const isHere = one === field;
        const text = isHere ? prefix + shown : restWords(one, values[one.name]);
        const hint = text === "" && one.hint ? one.hint : "";
        return (
          <Text key={one.name} wrap="truncate">
            <Text color={theme.accent}>{isHere ? `${signs.chosen} ` : "  "}</Text>
            <Text bold={isHere}>{padTo(one.label, labels)}</Text>
            {"  "}
            {truncate(text, room)}
            <Text color={theme.quiet}>{truncate(hint, room)}</Text>
          </Text>
        );
      })}
      <Text> </Text>
      {complaint ? <Text color={theme.bad}>{truncate(complaint, place.width)}</Text> : null}
      <Options form={form} width={place.width} />
    </Box>
  );
}

function Options({ form, width }: { readonly form: Form; readonly width: number }) {
  const { options, option, at, fields, values } = form;
  const chosen = values[fields[at]?.name ?? ""]?.chosen ?? [];
  const first = Math.max(0, Math.min(option - 2, options.length - optionLines));
  return options.slice(first, first + optionLines - 1).map(({ id, label }, index) => (
    <Text key={id} {...(first + index === option ? { color: theme.accent } : {})}>
      {truncate(`  ${chosen.includes(id) ? signs.passed : " "} ${label}`, width)}
    </Text>
  ));
}

const labelsOf = (field: Field, value: Value | undefined): string[] => {
  if (field.type !== "one" && field.type !== "many") return [];
  return (value?.chosen ?? []).map((id) => field.options.find((one) => one.id === id)?.label ?? id);
};

/** What stands before the caret: the choices already made, or the sign of a check. */
function chosenWords(field: Field, value: Value | undefined): string {
  if (field.type === "check") return value?.passed ? `${signs.passed} ` : `${signs.failed} `;
  const labels = labelsOf(field, value);
  return labels.length > 0 ? `[${labels.join("、")}] ` : "";
}

const restWords = (field: Field, value: Value | undefined): string =>
  field.type === "text" || field.type === "check"
    ? (field.type === "check" ? chosenWords(field, value) : "") + (value?.text ?? "")
    : labelsOf(field, value).join("、");
