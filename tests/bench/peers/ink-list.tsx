/** The least that Ink needs for a long list: a window of them, and a chosen one. */
import { render, Text, useInput } from "ink";
import { useState } from "react";

const height = 20;
const rows = Array.from(
  { length: Number(process.argv[2] ?? 10_000) },
  (_, at) => `第 ${at} 行 宣传栏玻璃破损`,
);

function List() {
  const [at, setAt] = useState(0);
  useInput((_, key) => {
    if (key.downArrow) setAt((before) => Math.min(before + 1, rows.length - 1));
    if (key.upArrow) setAt((before) => Math.max(before - 1, 0));
  });
  const first = Math.max(0, Math.min(at, rows.length - height));
  return (
    <>
      {rows.slice(first, first + height).map((row, index) => (
        <Text key={row}>{`${first + index === at ? "›" : " "} ${row}`}</Text>
      ))}
    </>
  );
}
render(<List />, { alternateScreen: true, incrementalRendering: true });
