import type { ColumnMeaning } from '../contract/table.ts'

/** What people call their columns, folded and without spaces, in the six languages and German. */
export const headerWords: Readonly<Record<Exclude<ColumnMeaning, 'ignore'>, string>> = {
  name:
    'name fullname displayname contact contactname customer client supplier namn fulltnamn kontakt kontaktperson kontaktnamn navn fulltnavn visningsnavn naam ' +
    'volledigenaam weergavenaam contactpersoon klant leverancier nume numecomplet numesiprenume contactnume client furnizor nome nomecompleto contacto nomecontacto fornecedor cliente kunde leverandor kund leverantor',
  givenName:
    'firstname givenname forename first fornamn fornavn voornaam prenume nomeproprio primeironome vorname roepnaam',
  familyName:
    'lastname surname familyname last efternamn etternavn achternaam numedefamilie apelido ultimonome nachname sobrenome',
  organisation:
    'company organisation organization companyname employer business foretag foretagsnamn organisation bolag arbetsgivare firma firmanamn bedrift selskap firmanavn ' +
    'bedrijf bedrijfsnaam organisatie werkgever firmanaam companie firma societate organizatie denumire denumirefirma angajator empresa organizacao entidade nomeempresa organisasjon organisasjonsnavn firmenname worksat arbetarpa jobberhos arbeiderhos werktbij lucreazala trabalhaem',
  role: 'role title jobtitle position job function titel roll befattning yrkestitel tittel stilling rolle functie functietitel rol functie functia post pozitie titlu cargo funcao titulo',
  email:
    'email mail emailaddress emailadress epost epostadress epostadresse mailadress emailadres mailadres adresaemail adresademail correioeletronico enderecodeemail correio',
  phone:
    'phone telephone tel telephonenumber phonenumber workphone businessphone telefon telefonnummer tfn tlf telefoon telefoonnummer telnr telefonfix numardetelefon nrtelefon telefone numerodetelefone vaxel switchboard arbetstelefon',
  mobile:
    'mobile mobilephone cell cellphone mobil mobilnummer mobiltelefon mobiltlf mobiel mobielnummer gsm mobilenumber telefonmobil mobila telemovel telefonemovel celular',
  street:
    'street address streetaddress address1 postaladdress adress gatuadress postadress besoksadress adresse gateadresse gate besoksadresse straat adres straatnaam bezoekadres postadres strada adresa gata stradasinumar rua morada endereco strasse',
  postcode: 'postcode postalcode zip zipcode postnummer postnr postkod codpostal codigopostal plz',
  city: 'city town place ort postort stad by poststed sted plaats woonplaats oras localitate localitatea cidade localidade',
  postcodeCity:
    'postnummerochort postadressort postnummerort postnrort postnrsted postnummerogsted postcodeenplaats postcodeplaats zipcity postcodeandtown codpostallocalitate codpostalsilocalitate codigopostalelocalidade codigopostallocalidade',
  country: 'country countrycode land landkod landskod tara pais codulpais',
  companyNumber:
    'companynumber registrationnumber companyno regno organisationsnummer orgnr orgnummer organisasjonsnummer kvk kvknummer kvknr cui cif codfiscal nrregistru nipc nif contribuinte numerodecontribuinte companyregistration',
  vatNumber:
    'vat vatnumber vatno vatid momsnummer momsregistreringsnummer momsregnr mvanummer mvanr btw btwnummer btwnr codtva coddetva numerodeiva nriva numeroiva ustid',
  account:
    'iban account accountnumber bankaccount bankaccountnumber bankkonto konto kontonummer kontonr bankgiro bankkontonummer rekening rekeningnummer bankrekening cont contbancar conta nib numerodeconta bg pg plusgiro',
  website:
    'website web url homepage webbplats hemsida webside nettside nettsted websted webseite paginaweb sitioweb site sitio pagina',
  language: 'language sprak taal limba lingua idioma sprache',
  kind: 'kind type partykind slag sort soort fel tip tipo especie',
  note: 'note notes comment comments remark remarks anteckning anteckningar kommentar notering notat merknad notitie notities opmerking opmerkingen observatii nota notas note observacoes comentario comentarii bemerkung',
}

/** The meaning a header names, or nothing. */
export function meaningOfHeader(folded: string): Exclude<ColumnMeaning, 'ignore'> | undefined {
  return byWord.get(folded)
}

const byWord = new Map<string, Exclude<ColumnMeaning, 'ignore'>>()
for (const [meaning, words] of Object.entries(headerWords)) {
  for (const word of words.split(' '))
    if (!byWord.has(word)) byWord.set(word, meaning as Exclude<ColumnMeaning, 'ignore'>)
}
