/** Forms over the table: amending an entry, voiding one with a reason, marking several. */
import { Box } from "ink";
import { useState } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { MarkId } from "../../../../shared/words/ids.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useForm } from "../../ui/use-form.ts";
import { truncate } from "../../ui/width.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { amendment, markingOf, startOf } from "./amending.ts";

export type FormName = "amend" | "void" | "marks";

export function Asking({
  name,
  entries,
  onDone,
  ...props
}: ScreenProps & {
  readonly name: FormName;
  readonly entries: readonly Entry[];
  /** @param isSaved false where it was given up */
  readonly onDone: (isSaved: boolean) => void;
}) {
  const { top, width, height, isActive, onNotice } = props;
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  const submit = useSubmit();
  const [saw] = useState(ledger.seq); // what others write from now on was not seen by the author
  const [complaint, setComplaint] = useState<string>();
  const [isSending, setSending] = useState(false);
  const kindOf = (id: string | undefined) => profile.kinds.find((kind) => kind.id === id);
  const [first] = entries;
  const [kindId, setKindId] = useState<string | undefined>(first?.kind);
  const fields = useFields(name, entries, kindOf(kindId));

  function bodyFor(entry: Entry, values: Values): OperationBody | undefined {
    const chosen = (field: string) => (values[field]?.chosen ?? []) as readonly MarkId[];
    switch (name) {
      case "amend":
        return amendment(entry, values, kindOf(values.kind?.chosen[0] ?? entry.kind), today);
      case "void": {
        const reason = values.reason?.text.trim() ?? "";
        return { type: "record-voided", record: { type: "entry", id: entry.id }, reason };
      }
      case "marks":
        return markingOf(entry, chosen("add"), chosen("remove"));
    }
  }
  async function save(values: Values) {
    if (isSending) return;
    try {
      const made = entries.flatMap((entry) => bodyFor(entry, values) ?? []);
      if (made.length === 0) return setComplaint(wording.say("ledger.nothing-changed"));
      setSending(true);
      const result = await submit(
        made.map((body) => () => body),
        { saw },
      );
      setSending(false);
      if (!result.ok) return setComplaint(result.sentence);
      const said = wording.say(`ledger.done.${name}`, {
        title: first?.title ?? "",
        count: made.length,
      });
      onNotice(good(result.late ? wording.say("late.note") : said));
      onDone(true);
    } catch (error) {
      setSending(false);
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  const form = useForm(
    fields,
    {
      save: (values) => void save(values),
      cancel: () => onDone(false),
      clean: (typed) => toPlainLines(typed).replaceAll("\n", " "),
      noneFits: (typed) => wording.say("form.none-fits", { typed }),
    },
    isActive,
  );
  const kindNow = form.values.kind?.chosen[0];
  if (kindNow !== undefined && kindNow !== kindId) setKindId(kindNow);
  const head = wording.say(`ledger.form.${name}`, {
    title: first?.title ?? "",
    count: entries.length,
  });
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {truncate(head, width)}
      </Text>
      <FormView
        form={form}
        place={{ top: top + 1, width, height: height - 1 }}
        complaint={complaint}
        isActive={isActive}
      />
    </Box>
  );
}

function useFields(
  name: FormName,
  entries: readonly Entry[],
  kind: ReturnType<typeof useLedger>["profile"]["kinds"][number] | undefined,
): readonly Field[] {
  const { say } = useOffice().wording;
  const { profile } = useLedger();
  const spelt = useSpellings();
  const [entry] = entries;
  if (name === "void" || !entry) {
    return [{ name: "reason", label: say("field.reason"), type: "text" }];
  }
  const offered = kind?.marks ?? [];
  const marks = [...profile.marks].sort(
    (a, b) => Number(offered.includes(b.id)) - Number(offered.includes(a.id)),
  );
  if (name === "marks") {
    const there = new Set(entries.flatMap((one) => one.marks));
    const removable = marks.filter(({ id }) => there.has(id));
    return [
      { name: "add", label: say("ledger.marks.add"), type: "many", options: spelt(marks) },
      {
        name: "remove",
        label: say("ledger.marks.remove"),
        type: "many",
        options: spelt(removable.map((mark) => ({ ...mark, retired: false }))),
      },
    ];
  }
  const start = startOf(entry);
  const text = (field: "on" | "title" | "quantity" | "attendance" | "place" | "note"): Field => ({
    name: field,
    label: say(`field.${field}`),
    type: "text",
    initial: start[field],
    offered: field === "on" || field === "quantity" || field === "attendance",
  });
  const kinds = profile.kinds.filter(({ inspects }) => !inspects);
  return [
    // An inspection stays one: its items belong to it.
    ...(entry.inspection
      ? []
      : [
          {
            name: "kind",
            label: say("field.kind"),
            type: "one",
            options: spelt(kinds),
            initial: [start.kind],
          } satisfies Field,
        ]),
    text("on"),
    text("title"),
    ...(kind?.quantity ? [text("quantity")] : []),
    ...(kind?.attendance ? [text("attendance")] : []),
    {
      name: "units",
      label: say("field.units"),
      type: "many",
      options: spelt(profile.units),
      initial: start.units,
    },
    {
      name: "marks",
      label: say("field.marks"),
      type: "many",
      options: spelt(marks),
      initial: start.marks,
    },
    text("place"),
    text("note"),
  ];
}
