import { nextReview } from "../../../../shared/ledger/publication-stages.ts";
import type { Publication } from "../../../../shared/ledger/publications.ts";
import { sayFailure } from "../../../printing/failures.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import type { Values } from "../../ui/field.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { amendedFrom, draftedFrom, draftFields } from "./draft-values.ts";
import type { FormContext } from "./fields.ts";
import { type StepForm, stepFields, stepFrom } from "./step-values.ts";

/** What is asked: a new one, one that is amended, or the next step of one. */
export type PublicationForm =
  | { readonly name: "draft" }
  | { readonly name: "amend" | StepForm; readonly publication: Publication };

export function PublicationFormView(
  props: ScreenProps & {
    readonly form: PublicationForm;
    readonly onClose: () => void;
    readonly onDrafted: (id: string) => void;
  },
) {
  const { form, onClose, onDrafted, onNotice } = props;
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, profile, today } = useLedger();
  const spelt = useSpellings();
  const submit = useSubmit();
  const context: FormContext = { wording, ledger, profile, today, spelt };
  const isStep = form.name !== "draft" && form.name !== "amend";
  const publication = form.name === "draft" ? undefined : form.publication;
  const fields =
    isStep && publication
      ? stepFields(context, form.name, publication)
      : draftFields(context, publication);

  function draftOf(values: Values): Draft | undefined {
    if (form.name === "draft") return draftedFrom(context, values);
    const body =
      form.name === "amend"
        ? amendedFrom(context, form.publication, values)
        : stepFrom(context, form.name, form.publication, values);
    return body && (() => body);
  }
  async function save(values: Values): Promise<string | undefined> {
    try {
      const draft = draftOf(values);
      if (!draft) return say("ledger.nothing-changed");
      const result = await submit([draft]);
      if (!result.ok) return result.sentence;
      onNotice(good(result.late ? say("late.note") : done(values)));
      onClose();
      if (form.name === "draft") onDrafted(result.ids[0] ?? "");
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  }
  const due = publication ? (nextReview(publication)?.label ?? "") : "";
  function done(values: Values): string {
    const title = publication?.title ?? values.title?.text.trim() ?? "";
    return say(`publication.done.${form.name}`, { title, review: due });
  }
  return (
    <SmallForm
      {...props}
      title={say(`publication.form.${form.name}`, {
        title: publication?.title ?? "",
        review: due,
      })}
      fields={fields}
      onSave={save}
      onClose={onClose}
    />
  );
}
