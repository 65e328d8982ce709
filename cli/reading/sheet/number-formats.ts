/** Which number formats of a workbook mean a day, and how a number reads in the others. */
import { addDays, LocalDate } from "../../../shared/words/dates.ts";
import { attributeOf, elementsOf, prefixOf } from "./xml.ts";

export interface NumberFormat {
  readonly isDay: boolean;
  /** Places behind the point that are always shown. */
  readonly places?: number;
}

/** The formats by the number that cells name them with. */
export function readFormats(xml: string | undefined): readonly NumberFormat[] {
  if (xml === undefined) return [];
  const prefix = prefixOf(xml);
  const own = new Map<number, string>();
  for (const { attributes } of elementsOf(xml, `${prefix}numFmt`)) {
    const code = attributeOf(attributes, "formatCode");
    if (code !== undefined) own.set(Number(attributeOf(attributes, "numFmtId")), code);
  }
  const [styles] = elementsOf(xml, `${prefix}cellXfs`);
  const formats: NumberFormat[] = [];
  for (const { attributes } of elementsOf(styles?.content ?? "", `${prefix}xf`)) {
    const id = Number(attributeOf(attributes, "numFmtId") ?? 0);
    const code = own.get(id);
    formats.push(code === undefined ? builtIn(id) : formatOf(code));
  }
  return formats;
}

/** 27 and those after it are the days of Chinese and Japanese versions, but for 32 to 35: hours. */
function builtIn(id: number): NumberFormat {
  const isDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36;
  if (isDay || (id >= 50 && id <= 58)) return { isDay: true };
  return id === 2 || id === 4 ? { isDay: false, places: 2 } : { isDay: false };
}

/** A format with a year or a day in it, outside of quotes, brackets and escapes. */
function formatOf(code: string): NumberFormat {
  const [first = ""] = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").split(";");
  const letters = first.replaceAll(/general|am\/pm|a\/p/gi, "");
  if (/[yd]/i.test(letters)) return { isDay: true };
  if (/m/i.test(letters) && !/[hs]/i.test(letters)) return { isDay: true };
  const places = /^[#,]*0\.(0+)$/.exec(letters)?.[1]?.length;
  return places === undefined ? { isDay: false } : { isDay: false, places };
}

/**
 * The day that a number of a workbook counts to. There was no 29 February 1900, which one of the
 * two ways of counting holds for day 60; undefined outside of the days that a ledger has.
 */
export function dayOfSerial(serial: number, from1904: boolean): LocalDate | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 80_000)) return undefined;
  const day = addDays("1990-01-01" as LocalDate, whole - (from1904 ? 31_412 : 32_874));
  return LocalDate.safeParse(day).data;
}
