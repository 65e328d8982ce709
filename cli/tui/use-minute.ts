/** For what nobody touches for days: drawn again every minute, so that today is today. */
import { useEffect, useState } from "react";

export function useMinute(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
}
