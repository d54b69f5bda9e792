import { type XmlElement, attribute } from '../../xml/element.ts'
import { fact } from '../reading.ts'
import { ublNamed } from './ask.ts'
import {
  isAustralianBusiness,
  isBelgianEnterprise,
  isGln,
  isItalianOffice,
  isItalianTaxCode,
  isItalianVat,
  isNorwegianOrganisation,
  isSwedishOrganisation,
} from './numbers.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

interface Scheme {
  readonly id: string
  readonly scheme: string
  readonly name: string
  readonly fits: (text: string) => boolean
  readonly severity?: 'warning'
  /** Only where it is an electronic address. */
  readonly endpoint?: true
}

const danish = /^(?:DK)?\d{8}$/

// biome-ignore format: one scheme a row
const schemes: readonly Scheme[] = [
  { id: 'PEPPOL-COMMON-R040', scheme: '0088', name: 'a GLN (GS1)', fits: isGln },
  { id: 'PEPPOL-COMMON-R041', scheme: '0192', name: 'a Norwegian organisation number', fits: isNorwegianOrganisation },
  { id: 'PEPPOL-COMMON-R042', scheme: '0184', name: 'a Danish CVR number', fits: text => danish.test(text) },
  { id: 'PEPPOL-COMMON-R043', scheme: '0208', name: 'a Belgian enterprise number', fits: isBelgianEnterprise },
  { id: 'PEPPOL-COMMON-R044', scheme: '0201', name: 'an Italian codice IPA', fits: isItalianOffice, severity: 'warning' },
  { id: 'PEPPOL-COMMON-R045', scheme: '0210', name: 'an Italian codice fiscale', fits: isItalianTaxCode, severity: 'warning' },
  { id: 'PEPPOL-COMMON-R046', scheme: '9907', name: 'an Italian codice fiscale', fits: isItalianTaxCode, severity: 'warning', endpoint: true },
  { id: 'PEPPOL-COMMON-R047', scheme: '0211', name: 'an Italian partita IVA', fits: isItalianVat, severity: 'warning' },
  { id: 'PEPPOL-COMMON-R049', scheme: '0007', name: 'a Swedish organisation number', fits: isSwedishOrganisation },
  { id: 'PEPPOL-COMMON-R050', scheme: '0151', name: 'an Australian business number', fits: isAustralianBusiness },
  { id: 'PEPPOL-COMMON-R052', scheme: '0096', name: 'a Danish P number', fits: text => /^\d{10}$/.test(text) },
  { id: 'PEPPOL-COMMON-R053', scheme: '0198', name: 'a Danish SE number', fits: text => /^DK\d{8}$/.test(text) },
  { id: 'PEPPOL-COMMON-R054', scheme: '0106', name: 'a Dutch KVK number', fits: text => /^\d{8}$/.test(text), severity: 'warning' },
  { id: 'PEPPOL-COMMON-R055', scheme: '0190', name: 'a Dutch OIN', fits: text => /^\d{20}$/.test(text), severity: 'warning' },
  { id: 'PEPPOL-COMMON-R056-1', scheme: '9944', name: 'a Dutch VAT number', fits: text => /^NL\d{9}B\d{2}$/.test(text), severity: 'warning' },
  { id: 'PEPPOL-COMMON-R057', scheme: '0217', name: 'a Dutch establishment number', fits: text => /^\d{12}$/.test(text), severity: 'warning' },
]

function bears(element: XmlElement, { scheme, endpoint }: Scheme): boolean {
  if (attribute(element, 'schemeID') !== scheme) return false
  if (element.name === 'EndpointID') return true
  return !endpoint && (element.name === 'CompanyID' || element.parent?.name === 'PartyIdentification')
}

/** Numbers that name a company are right in themselves, by the scheme they say they are of. */
export const identifierRules: readonly RuleGroup[] = [
  ...schemes.map(scheme =>
    rulesFor(
      read => ublNamed('EndpointID', 'ID', 'CompanyID')(read).filter(element => bears(element, scheme)),
      [
        {
          id: scheme.id,
          ...(scheme.severity ? { severity: scheme.severity } : {}),
          holds: element => scheme.fits(element.text.trim()),
          words: ['number', 'ID'],
          shows: element => ({ value: element.text.trim() }),
          says: `An identifier of scheme ${scheme.scheme} is ${scheme.name}.`,
        },
      ],
    ),
  ),
  rulesFor(
    read =>
      ublNamed('PartyTaxScheme')(read).filter(
        one => fact(one, 'TaxScheme/ID')?.text === 'VAT' && /^NL/.test(fact(one, 'CompanyID')?.text ?? ''),
      ),
    [
      {
        id: 'PEPPOL-COMMON-R056-2',
        severity: 'warning',
        holds: one => /^NL\d{9}B\d{2}$/.test(fact(one, 'CompanyID')?.text ?? ''),
        words: ['number', 'BT-31'],
        shows: one => ({ value: fact(one, 'CompanyID')?.text ?? '' }),
        says: 'A Dutch VAT number has the form NL123456789B12.',
      },
    ],
  ),
]
