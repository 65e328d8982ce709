/** One JSON line a figure: what was measured, beside its limit or a peer of the same run. */

export interface Figure {
  readonly figure: string;
  readonly unit: string;
  readonly value: number;
  readonly beside?: Readonly<Record<string, number>>; // the same, by limits and peers
  readonly ratio?: number; // value to the first of them
  readonly aim?: string;
  readonly runs?: number;
}

export const round = (value: number, digits = 3): number => Number(value.toPrecision(digits + 1));

export function tell(figure: Figure): void {
  const rounded = {
    ...figure,
    value: round(figure.value),
    ...(figure.ratio === undefined ? {} : { ratio: round(figure.ratio) }),
    ...(figure.beside
      ? {
          beside: Object.fromEntries(
            Object.entries(figure.beside).map(([of, value]) => [of, round(value)]),
          ),
        }
      : {}),
  };
  console.log(JSON.stringify(rounded));
}

export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
export const percentile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that one run takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
