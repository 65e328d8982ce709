/** The keys that matter here, on one line; those that the role may not use are left pale. */

import type { Key } from "../wording/wording.ts";
import { useOffice } from "./office-context.tsx";
import type { ScreenKey } from "./screen-keys.ts";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { widthOf } from "./ui/width.ts";
import { useAllowed } from "./use-allowed.ts";

export interface Hint extends Pick<ScreenKey, "keys" | "makes"> {
  readonly says: Key;
}

/** As many as there is room for, whole ones only. */
export function HintLine({
  hints,
  width,
}: {
  readonly hints: readonly Hint[];
  readonly width: number;
}) {
  const { wording } = useOffice();
  const refuses = useAllowed();
  let room = width;
  const shown = hints.flatMap((hint) => {
    const text = `${hint.keys} ${wording.say(hint.says)}  `;
    room -= widthOf(text);
    return room < 0 ? [] : [{ ...hint, text }];
  });
  return (
    <Text wrap="truncate">
      {shown.map(({ keys, says, text, makes }) => (
        <Text
          key={keys + says}
          color={theme.quiet}
          strikethrough={refuses({ ...(makes ? { makes } : {}) }) !== undefined}
        >
          {text}
        </Text>
      ))}
    </Text>
  );
}
