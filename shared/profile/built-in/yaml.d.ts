/** A profile is YAML that people read; the program carries it as text. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
