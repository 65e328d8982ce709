/** The indicators that tables of figures are about: those in use, in the profile's order. */
import type { Indicator } from "../../../shared/profile/indicator.ts";
import type { TableContext } from "./context.ts";

export const indicatorsIn = ({ profile }: TableContext): readonly Indicator[] =>
  profile.indicators.filter(({ retired }) => !retired);
