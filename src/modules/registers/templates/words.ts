/** What a template says in one language: its fields in the order of `shapes`, options where a field has them. */
export interface TemplateWords {
  readonly name: string
  readonly plural: string
  readonly description: string
  readonly fields: readonly string[]
  readonly options?: readonly (readonly string[])[]
}

export interface LanguageWords {
  readonly keys: TemplateWords
  readonly gifts: TemplateWords
  readonly contracts: TemplateWords
  readonly 'access-cards': TemplateWords
  readonly vehicles: TemplateWords
}
