/** A style sheet as text, ready for `CSSStyleSheet.replaceSync`. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
