/**
 * The entry form at work: what it begins with, what it offers, and what becomes of what was typed.
 * What stands in it is on the disk with every key, and is offered again after a crash.
 */
import { useEffect, useMemo, useState } from "react";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { KindId } from "../../../../shared/words/ids.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { recentEntries } from "../../../reading/recent.ts";
import { type EntryDraft, keepDrafts } from "../../../workstation/entry-draft.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import type { Values } from "../../ui/field.ts";
import { findBinding } from "../../ui/key-map.ts";
import { useForm } from "../../ui/use-form.ts";
import { useSpell } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { entryFields, type FormContext } from "./entry-fields.ts";
import { dayValue, draftEntry, findKind, habitsOf, isTyped, valuesOf } from "./entry-values.ts";
import { entryFormKeys } from "./keys.ts";
import type { Begun } from "./use-begun.ts";

type Given = Pick<ScreenProps, "isActive" | "onBack" | "onNotice"> & {
  readonly begun: Begun;
  readonly startAnew: () => void;
};

export function useEntryForm({ begun, isActive, onBack, onNotice, startAnew }: Given) {
  const { wording, workstation, folder } = useOffice();
  const { ledger, profile, today } = useLedger();
  const spell = useSpell();
  const submit = useSubmit();
  const [complaint, setComplaint] = useState<string>();
  const recent = useMemo(
    () => recentEntries(ledger, workstation.member),
    [ledger, workstation.member],
  );
  const recentKinds = useMemo(
    () => [...new Set(recent.map(({ kind }) => kind as KindId))],
    [recent],
  );
  const context: FormContext = { wording, profile, today, spell, recentKinds };
  const { drafts, left, forgetLeft } = useDrafts(folder, workstation.id);

  async function save(values: Values) {
    const kind = findKind(profile, values);
    if (!kind) return setComplaint(wording.say("form.no-kind"));
    try {
      const result = await submit([draftEntry(values, kind, today)]);
      if (!result.ok) return setComplaint(result.sentence);
      if (begun.is === "mended") await workstation.joined?.drop(begun.n);
      drafts.drop();
      await drafts.settled(); // or the next one would be offered what was just handed in
      const said = { kind: kind.label, title: values.title?.text ?? "", id: result.ids[0] ?? "" };
      onNotice(good(wording.say(result.late ? "late.note" : "form.saved", said)));
      startAnew();
    } catch (error) {
      setComplaint(sayFailure(wording, error).sentence);
    }
  }
  /** Units, marks and place as they were with the last entry of that kind, where none are chosen. */
  function withHabits(values: Values): Values {
    const kind = findKind(profile, values);
    const before = recent.find((entry) => entry.kind === kind?.id);
    const untouched = ["units", "marks"].every((name) => !values[name]?.chosen.length);
    return before && untouched && !values.place?.text ? { ...values, ...habitsOf(before) } : values;
  }
  function repeated(): Values | undefined {
    if (left) {
      forgetLeft();
      return left;
    }
    const [last] = recent;
    return last && { ...valuesOf(last), ...dayValue(today) };
  }
  function allUnits(values: Values): Values {
    const all = profile.units.filter(({ retired }) => !retired).map(({ id }) => id as string);
    const isAll = values.units?.chosen.length === all.length;
    return { ...values, units: { text: "", passed: true, chosen: isAll ? [] : all } };
  }

  const form = useForm(
    (values) => entryFields(context, values),
    {
      save: (values) => void save(values),
      cancel: onBack,
      clean: toPlainLines,
      noneFits: (typed) => wording.say("form.none-fits", { typed }),
      changed: (values) => {
        if (complaint !== undefined) setComplaint(undefined);
        if (isTyped(values)) drafts.keep(values);
      },
      chose: (name, values) => (name === "kind" ? withHabits(values) : values),
      own: (input, key, values) => {
        const does = findBinding(entryFormKeys, input, key);
        if (does === "repeat") return repeated() ?? values;
        return does === "all-units" ? allUnits(values) : undefined;
      },
    },
    isActive,
    startOf(begun, today),
  );
  const isUntouched = !isTyped(form.values);
  return { form, complaint, left: left && isUntouched ? left.title?.text : undefined };
}

/** Another one like it is of today; what is mended keeps the day that its author gave it. */
function startOf(begun: Begun, today: LocalDate): Values {
  if (begun.is === "like") return { ...valuesOf(begun.entry), ...dayValue(today) };
  if (begun.is === "mended") return { ...valuesOf(begun.entry), ...dayValue(begun.entry.on) };
  return {};
}

/** What was left the last time is looked for once, and what is typed now kept. */
function useDrafts(folder: string, workstation: ReturnType<typeof useOffice>["workstation"]["id"]) {
  const [drafts] = useState(() => keepDrafts(folder, workstation));
  const [left, setLeft] = useState<EntryDraft>();
  useEffect(() => {
    let wanted = true;
    void drafts.find().then((found) => {
      if (wanted && found) setLeft(found);
    });
    return () => {
      wanted = false;
    };
  }, [drafts]);
  return { drafts, left, forgetLeft: () => setLeft(undefined) };
}
