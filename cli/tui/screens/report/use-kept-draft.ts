/** Keeps what is being typed: a moment after the last key, and when the view goes away. */
import { useEffect, useRef } from "react";

const after = 800; // milliseconds

export function useKeptDraft(text: string, keep: (text: string) => void): void {
  const now = useRef({ text, kept: text, keep });
  useEffect(() => {
    now.current = { ...now.current, text, keep };
  });
  useEffect(() => {
    if (text === now.current.kept) return;
    const timer = setTimeout(() => {
      now.current.kept = text;
      now.current.keep(text);
    }, after);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(
    () => () => {
      const { text: last, kept, keep: keepLast } = now.current;
      if (last !== kept) keepLast(last);
    },
    [],
  );
}
