/** A file made from something else; committed, and checked for drift. */
export interface Artefact {
  /** From the root of the tree, with forward slashes. */
  readonly path: string
  readonly text: string
}
