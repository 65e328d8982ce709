import { Box } from "ink";
import { useState } from "react";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { type ScreenProps, useOffice } from "./office-context.tsx";
import type { Field, Values } from "./ui/field.ts";
import { FormView } from "./ui/form.tsx";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { useForm } from "./ui/use-form.ts";
import { truncate } from "./ui/width.ts";
import { useKeeping } from "./use-keeping.ts";

/** A few fields under a title; what is typed stays until it is taken. */
export function SmallForm(
  props: ScreenProps & {
    readonly title: string;
    /** Or what they are, given what stands in them. */
    readonly fields: readonly Field[] | ((values: Values) => readonly Field[]);
    /** @returns the sentence why not; undefined once it is done, and something else is shown */
    readonly onSave: (values: Values) => Promise<string | undefined>;
    readonly onClose: () => void;
  },
) {
  const { title, fields, onSave, onClose, top, width, height, isActive } = props;
  const { wording } = useOffice();
  const [complaint, setComplaint] = useState<string>();
  useKeeping(props, "all");
  const save = async (values: Values) => {
    const why = await onSave(values);
    if (why !== undefined) setComplaint(why);
  };
  const form = useForm(
    fields,
    {
      save: (values) => void save(values),
      cancel: onClose,
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
      noneFits: (typed) => wording.say("form.none-fits", { typed }),
    },
    isActive,
  );
  const place = { top: top + 2, width, height: height - 2 };
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {truncate(title, width)}
      </Text>
      <Text> </Text>
      <FormView form={form} place={place} complaint={complaint} isActive={isActive} />
    </Box>
  );
}
