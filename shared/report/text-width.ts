/** The width of a text in Chinese characters: what stands in ASCII takes half of one. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0);
