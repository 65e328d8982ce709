/**
 * The sentences of all areas as one table.
 *
 * An object without a prototype is a table from its first key on. A common one would change its
 * shape with each of two thousand keys, and every start of the program would wait for it.
 */
export const catalogueOf = <Areas extends readonly object[]>(...areas: Areas): Catalogue<Areas> =>
  Object.assign(Object.create(null), ...areas);

type Catalogue<Areas extends readonly object[]> = Readonly<
  Record<KeysOf<Areas[number]> & string, string>
>;
type KeysOf<Area> = Area extends unknown ? keyof Area : never;
