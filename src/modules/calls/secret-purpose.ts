/** What secrets of telephones are sealed for: each is opened, and taken by an act, for that alone. */
export const telephonePurpose = (personId: string): string => `telephone of ${personId}`
export const relayPurpose = (turn: string): string => `telephone relay ${turn}`
