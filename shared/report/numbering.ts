/** The numbers of an official document's levels: 一、 （一） 一是 (GB/T 9704-2012, 7.3.3). */
import { toHanzi } from "../tally/wording.ts";

export const headingNumber = (at: number): string => `${toHanzi(at)}、`;
export const sectionNumber = (at: number): string => `（${toHanzi(at)}）`;
export const pointNumber = (at: number): string => `${toHanzi(at)}是`;
