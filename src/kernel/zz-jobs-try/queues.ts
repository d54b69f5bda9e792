/** Where jobs lie that failed for good, until somebody revives them. */
export const deadQueue = 'kontor.dead'
