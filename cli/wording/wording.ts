/**
 * Every sentence that is said to a person, in the reader's language. Both catalogues have the same
 * keys; everything else in the program knows keys and reasons only.
 */
import i18next, { type i18n } from "i18next";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Key = keyof typeof zh;
export type Language = "zh" | "en";
/** A list is joined as the language joins one. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

const betweenNames: Readonly<Record<Language, string>> = { zh: "、", en: ", " };

export interface Wording {
  readonly language: Language;
  say(key: Key, params?: Params): string;
  /** For keys made from data (`refusal.…`): the sentence, or undefined where there is none. */
  find(key: string, params?: Params): string | undefined;
}

/** The language asked for, else the one of the locale, else Chinese. */
export function languageOf(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const locale =
    asked ??
    environment.TAIZHANG_LANG ??
    environment.LC_ALL ??
    environment.LC_MESSAGES ??
    environment.LANG;
  return /^en/i.test(locale ?? "") ? "en" : "zh";
}

export function wordingIn(language: Language): Wording {
  const sentences = language === "zh" ? zh : en;
  const catalogue: i18n = i18next.createInstance();
  void catalogue.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
    resources: { zh: { translation: zh }, en: { translation: en } },
  });
  // What is put in may hold anything that people type: it is never looked through again.
  const between = betweenNames[language];
  const said = (value: Params[string]) => (Array.isArray(value) ? value.join(between) : value);
  const options = (params: Params | undefined) => ({
    ...Object.fromEntries(Object.entries(params ?? {}).map(([name, one]) => [name, said(one)])),
    interpolation: { skipOnVariables: true },
  });
  return {
    language,
    // Help alone says two hundred sentences: those with nothing to put in are only looked up.
    say: (key, params) => (params ? catalogue.t(key, options(params)) : sentences[key]),
    find: (key, params) => (catalogue.exists(key) ? catalogue.t(key, options(params)) : undefined),
  };
}
