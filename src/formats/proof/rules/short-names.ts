/** Short forms of names: Bosse is Bo, Liz is Elizabeth. */

/** Short forms of one name, folded. */
const short: readonly (readonly string[])[] = [
  ['robert', 'bob', 'rob', 'robban'],
  ['william', 'bill', 'will', 'wim', 'willem'],
  ['elizabeth', 'elisabeth', 'liz', 'beth', 'lisa', 'bettan', 'elsa', 'betty', 'lise'],
  ['katherine', 'catherine', 'kate', 'kathy', 'katie', 'cathy', 'kat', 'katarina', 'kattis'],
  ['richard', 'dick', 'rick', 'rich'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny', 'jon'],
  ['michael', 'mike', 'mick', 'mikael', 'micke', 'mihai', 'misu', 'miguel'],
  ['margaret', 'maggie', 'meg', 'peggy', 'margareta', 'maggan', 'greta'],
  ['lars', 'lasse'],
  ['karl', 'carl', 'kalle', 'charlie', 'charles'],
  ['per', 'pelle', 'peter', 'par', 'petter', 'pete'],
  ['bo', 'bosse'],
  ['johan', 'jojje', 'johannes', 'hans', 'hasse', 'jan', 'janne', 'hannes'],
  ['anders', 'andreas', 'ante', 'andrew', 'andy', 'drew'],
  ['gunnar', 'gurra', 'gustaf', 'gustav'],
  ['fredrik', 'frederik', 'fredde', 'fred', 'frits', 'frederico'],
  ['magnus', 'mange'],
  ['christer', 'krister', 'kricke', 'christian', 'kristian', 'chris', 'christopher', 'kristoffer', 'stoffer', 'toffe'],
  ['birgitta', 'gittan', 'brit', 'britt', 'gitte'],
  ['ingrid', 'inga', 'inger'],
  ['alexander', 'alex', 'sandu', 'sander', 'alexandru', 'alexandre', 'alexandra', 'sandra', 'aleksander'],
  ['antonio', 'anton', 'toni', 'tony', 'toze', 'antoon', 'toon', 'anthony'],
  ['jose', 'ze', 'josef', 'joseph', 'joe'],
  ['francisco', 'chico', 'frans', 'frank', 'francisca', 'xico'],
  ['maria', 'mia', 'marie', 'maja', 'marieke', 'mary', 'maricica'],
  ['gheorghe', 'george', 'gigi', 'gicu', 'georg', 'jorge', 'joris', 'goran'],
  ['ioan', 'ion', 'ionut', 'nelu', 'ionel', 'joan'],
  ['cornelis', 'kees', 'cor', 'cees'],
  ['hendrik', 'henk', 'henrik', 'henke', 'rik', 'henry', 'harry'],
  ['johanna', 'joke', 'hanna', 'hanne', 'anneke', 'anna', 'ann', 'anne', 'annie', 'annika', 'anita', 'ana'],
  ['jacobus', 'jaap', 'koos', 'jakob', 'jacob'],
  ['gerardus', 'gerrit', 'gerard', 'geert'],
  ['theodor', 'teodor', 'teo', 'theo', 'ted'],
  ['thomas', 'tomas', 'tom', 'toma', 'tommy'],
  ['stefan', 'steffe', 'steven', 'steve', 'stephen', 'fane'],
  ['nicolae', 'nicu', 'nicolas', 'niklas', 'nicklas', 'klaas', 'nick', 'nicole', 'nicoleta', 'nikolai'],
  ['constantin', 'costel', 'costi', 'dinu'],
  ['elena', 'ileana', 'lena', 'helena', 'leni', 'helene', 'ellen', 'nela'],
  ['susanne', 'susanna', 'sussi', 'sanna', 'susan', 'sue', 'suzy'],
  ['david', 'dave'],
  ['daniel', 'dan', 'danny', 'dani'],
  ['matthew', 'matt', 'matias', 'mattias', 'matthias', 'matte', 'mats'],
  ['samuel', 'sam', 'samantha'],
  ['benjamin', 'ben', 'benny'],
  ['edward', 'ed', 'eddie', 'edvard', 'eduard', 'eduardo', 'edu'],
  ['patrick', 'pat', 'patricia', 'patrik'],
  ['jennifer', 'jen', 'jenny'],
  ['rebecca', 'becky', 'rebecka'],
  ['victoria', 'vicky', 'viktoria'],
  ['kristina', 'christina', 'stina', 'tina', 'kerstin', 'kirsten', 'kristin'],
  ['sofia', 'sofie', 'sophie', 'fia', 'sonja'],
  ['emanuel', 'manuel', 'manel', 'manny', 'manuela'],
  ['beatriz', 'bia', 'bea', 'beatrice'],
  ['gabriel', 'gabi', 'gabriela'],
  ['cristian', 'cristi', 'cristina'],
  ['vasile', 'vasi'],
  ['olav', 'ola', 'olaf', 'olof', 'ole', 'olle', 'oluf'],
  ['kjell', 'kjetil', 'ketil'],
  ['knut', 'knutte'],
  ['bjorn', 'bjarne', 'nalle'],
  ['sigurd', 'sigge', 'sigrid', 'siri'],
  ['torbjorn', 'tobbe', 'tobias', 'tor', 'thor'],
  ['ulf', 'uffe', 'ulrik', 'ulrika', 'ulla'],
  ['leif', 'leffe'],
  ['goran', 'joran', 'gorel'],
  ['leonard', 'leo', 'lennart', 'leon'],
]
const familyOf = new Map<string, number[]>()
short.forEach((names, index) => {
  for (const name of names) familyOf.set(name, [...(familyOf.get(name) ?? []), index])
})

/** Whether a name may be meant for another: the same, its beginning, or a short form. */
export function mayBe(greeted: string, token: string): boolean {
  if (greeted === token) return true
  if (Math.min(greeted.length, token.length) >= 3 && (token.startsWith(greeted) || greeted.startsWith(token)))
    return true
  const families = familyOf.get(token) ?? []
  return (familyOf.get(greeted) ?? []).some(one => families.includes(one))
}
