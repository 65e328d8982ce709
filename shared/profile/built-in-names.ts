/** The names of the built-in profiles, for those who need no more than the names. */
export const builtInNames = ["township", "work-safety"] as const;
