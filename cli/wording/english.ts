/**
 * What the Chinese catalogue says, in English. A sentence with a `count` may have a second wording
 * for one, under its key and `_one`: that is where i18next looks first when the count is one.
 */
export type English<Chinese> = Readonly<Record<keyof Chinese, string>> &
  Readonly<Partial<Record<`${keyof Chinese & string}_one`, string>>>;
