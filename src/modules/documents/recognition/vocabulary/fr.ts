import type { Vocabulary } from './vocabulary.ts'

export const fr: Vocabulary = {
  language: 'fr',
  months: [
    `janvier | janv | jan`,
    `février | févr | fév`,
    `mars | mar`,
    `avril | avr`,
    `mai`,
    `juin`,
    `juillet | juil`,
    `août | aou`,
    `septembre | sept | sep`,
    `octobre | oct`,
    `novembre | nov`,
    `décembre | déc`,
  ],
  labels: {
    number: `
      numéro de facture | numéro facture | facture n° | facture no | facture numéro | n° facture | n° de facture |
      no de facture | no facture | facture nr | avoir n° | numéro d'avoir | n° d'avoir | n° de la facture |
      numéro de la facture | réf facture | référence facture | numéro de document | n° de document | facture n |
      facture nº | réf de facture | numéro facture/avoir | n° avoir | n° pièce | numéro de pièce`,
    looseNumber: `
      numéro de devis | devis n° | n° devis | reçu n° | ticket n° | bon de livraison n° | n° bl | contrat n° |
      numéro de contrat | n° de contrat | numéro de dossier | dossier n° | n° de dossier | réservation |
      numéro de réservation | numéro | n°`,
    orderNumber: `
      numéro de commande | n° de commande | n° commande | commande n° | votre commande | commande |
      bon de commande | réf commande | référence commande | no commande | bon de commande n° | n° bc`,
    ourReference: `notre référence | notre réf | nos réf`,
    yourOrder: `
      votre commande | bon de commande | votre n° de commande | bon de commande n°`,
    reference: `
      référence de paiement | référence paiement | référence du paiement | communication structurée |
      référence à rappeler | à rappeler | communication | motif du virement | référence virement |
      libellé du virement | référence de virement`,
    yourReference: `
      votre référence | votre réf | notre référence | notre réf | référence | réf | contact | interlocuteur |
      à l'attention de | votre contact`,
    customerNumber: `
      numéro client | n° client | numéro de client | code client | n° de client | id client | id.client |
      identifiant | compte client | référence client | réf client | numéro de compte | n° de compte client`,
    otherNumber: `
      téléphone | tél | tel | fax | portable | mobile | page | article | réf article | numéro de ligne |
      numéro de série | projet | ape | naf | code ape | code naf | rib | code banque | code guichet | mandat | ics |
      rum | numéro de contrat assurance | chantier | affaire | capital | compteur | pdl | service clients`,
    issued: `
      date de facture | date facture | date de facturation | date d'émission | émise le | émis le |
      date de la facture | date du document | facturé le | date d’émission | date émission | date de l'avoir |
      facture du | édité le`,
    looseDate: `date | le | du | en date du`,
    due: `
      date d'échéance | échéance | date échéance | date limite de paiement | date limite de paiement le |
      à payer avant le | payable avant le | à régler avant le | date d’échéance | à payer pour le |
      date de règlement | règlement le | payable le | prélèvement à partir du | à régler le | date limite |
      prélevé le | à payer au plus tard le | date de paiement | paiement avant le | sera prélevé le |
      au plus tard le | prélèvement le | à régler avant | à payer avant | à régler pour le | payable avant |
      échéance le | échéance de paiement`,
    validUntil: `
      valable jusqu'au | valide jusqu'au | date d'expiration | expire le | fin de validité | validité |
      valable jusqu’au | date de fin`,
    period: `
      période | période de facturation | période du | pour la période | période facturée | période de consommation |
      durée`,
    otherDate: `
      date de commande | date de livraison | livré le | date de naissance | né le | date de prestation |
      imprimé le | date d'expédition | date de la commande | date livraison | date commande | arrivée | départ |
      date de valeur | date de vente | date d'effet`,
    discountUntil: `escompte`,
    net: `
      total ht | montant ht | total hors taxes | net ht | total net ht | montant hors taxes | base ht |
      sous-total ht | montant net ht | base hors taxe | total hors taxe | montant eur ht | base imposable |
      montant total ht | hors taxes | total h.t. | montant h.t. | total hors tva | htva | total htva | base tva |
      montant htva | hors tva | total net | total brut ht`,
    vat: `tva | t.v.a. | montant tva | montant de la tva | taxe | taxes | dont tva | montant t.v.a. | tva à`,
    vatTotal: `
      total tva | montant total tva | total de la tva | total taxes | tva totale | total t.v.a. |
      montant total de la tva`,
    total: `
      total ttc | montant ttc | total toutes taxes comprises | montant total | total général | total facture |
      montant eur ttc | montant total ttc | total de la facture | montant de la facture | montant facture |
      total t.t.c. | total tvac | tvac | total avoir | montant total de la facture | total facture ttc |
      montant t.t.c.`,
    sum: `total | somme | totaux | tot`,
    subtotal: `sous-total | sous total | total partiel`,
    payable: `
      net à payer | à payer | somme à payer | montant à payer | reste à payer | montant dû | total à payer |
      solde à payer | solde dû | montant du prélèvement | net à payer ttc | net à régler | montant net à payer |
      solde | total dû | à régler | montant à régler | restant dû | reste dû | net à payer eur | montant prélevé |
      total à régler`,
    prepaid: `
      acompte | acomptes | déjà payé | déjà réglé | payé | acompte versé | montant payé | arrhes | règlement reçu |
      acompte reçu | montant déjà payé | total payé`,
    rounding: `arrondi | arrondis`,
    otherAmount: `
      remise | frais de port | port | livraison | indemnité forfaitaire | pénalités | prix unitaire | p.u. | prix |
      p.u. ht | prix unitaire ht | prix unitaire/mois | au capital de | capital social | solde précédent |
      quantité | qté | frais de relance | nombre | escompte | rabais | frais | pu ht | ancien solde |
      indemnité forfaitaire de recouvrement | éco-participation | consigne | taux de change | pourboire`,
    lineAmount: `montant | valeur | débit | crédit | prix total`,
    tendered: `espèces | carte bancaire | cb | carte | rendu monnaie | reçu | chèque`,
    change: `monnaie | rendu | monnaie rendue | rendu monnaie`,
    excludingVat: `ht | h.t. | hors taxes | hors tva | hors taxe | htva | hors t.v.a.`,
    includingVat: `ttc | t.t.c. | toutes taxes comprises | tva comprise | tvac | tva incluse`,
    vatRate: `taux tva | taux de tva | % tva | taux | tva % | code tva`,
    iban: `iban | rib/iban | n° iban`,
    bic: `bic | swift | bic/swift | code bic | code swift`,
    account: `compte | numéro de compte bancaire | n° de compte | compte bancaire`,
    vatNumber: `
      n° tva | numéro de tva | tva intracommunautaire | n° tva intracommunautaire | n° de tva intra communautaire |
      tva intra | numéro tva | n° tva intracom | id tva | n° de tva | tva intracom | identifiant tva |
      n° tva intra | n° de tva intracommunautaire | numéro de tva intracommunautaire | tva`,
    organisationNumber: `
      siret | siren | n° siret | n° siren | rcs | rsc | numéro siret | bce | numéro d'entreprise | n° d'entreprise |
      rcs paris`,
    seller: `
      vendeur | fournisseur | émetteur | expéditeur | titulaire du compte | bénéficiaire | prestataire | titulaire |
      bailleur | créancier | à l'ordre de`,
    buyer: `
      client | acheteur | facturé à | adresse de facturation | destinataire | facturer à | acquéreur | locataire |
      nom de l'abonné | nom de l’abonné | facture à | débiteur | adressé à`,
    deliveryAddress: `
      adresse de livraison | livré à | livraison à | adresse de l'installation | adresse de l’installation |
      lieu de livraison`,
    name: `nom | société | raison sociale | dénomination`,
    subject: `objet | concerne | sujet`,
    currency: `devise | monnaie de facturation | montants exprimés en | montants en`,
    yours: `votre | vos | client | acheteur`,
  },
  kinds: {
    bill: {
      titles: `
        facture | facture proforma | facture d'acompte | facture de solde | note d honoraires |
        duplicata de facture | facture pro forma | note d'honoraires | facture client | facture acquittée`,
      hints: `
        numéro de facture | date d'échéance | net à payer | total ttc | conditions de règlement | siret |
        modalités de paiement`,
    },
    'credit-note': {
      titles: `avoir | note de crédit | facture d'avoir | facture avoir | facture rectificative`,
      hints: `avoir sur facture | annulation de la facture | annule et remplace | en votre faveur`,
    },
    reminder: {
      titles: `
        relance | rappel | rappel de paiement | mise en demeure | première relance | deuxième relance |
        dernier rappel | lettre de relance | avis de relance | premier rappel`,
      hints: `
        impayée | retard de paiement | sauf erreur | non réglée | n'avons pas reçu | en souffrance |
        demeure impayée`,
    },
    receipt: {
      titles: `reçu | ticket de caisse | quittance | ticket | justificatif de paiement | reçu de paiement`,
      hints: `merci de votre visite | rendu monnaie | caisse | à bientôt | carte bancaire`,
    },
    contract: {
      titles: `
        contrat | contrat de bail | contrat de travail | convention | accord | bail | accord de confidentialité |
        contrat de prestation | bail commercial | contrat de maintenance`,
      hints: `
        entre les soussignés | les parties | résiliation | préavis | ci-après | tribunal compétent |
        en deux exemplaires`,
    },
    application: {
      titles: `
        candidature | curriculum vitae | lettre de motivation | cv | candidature spontanée | candidature au poste`,
      hints: `
        expérience professionnelle | formation | compétences | je me permets | langues | poste de | entretien`,
    },
    permit: {
      titles: `
        permis | autorisation | permis de construire | licence | arrêté | titre de séjour |
        autorisation de travail`,
      hints: `est accordé | est autorisé | titulaire | mairie | recours | voies de recours`,
    },
    letter: {
      titles: `lettre | courrier | note`,
      hints: `cordialement | madame, monsieur | veuillez agréer | salutations distinguées | cher client`,
    },
    'delivery-note': {
      titles: `
        bon de livraison | bordereau de livraison | liste de colisage | lettre de voiture | bordereau d expédition |
        bordereau d'expédition`,
      hints: `quantité livrée | colis | reçu par | transporteur | signature du destinataire`,
    },
    order: {
      titles: `commande | bon de commande | confirmation de commande | accusé de réception de commande`,
      hints: `nous commandons | merci de votre commande | nous confirmons | délai de livraison`,
    },
    quote: {
      titles: `devis | offre | proposition commerciale | offre de prix | estimation`,
      hints: `
        bon pour accord | valable jusqu'au | validité | suite à votre demande | le plaisir de vous proposer`,
    },
    statement: {
      titles: `
        relevé | relevé de compte | relevé bancaire | bulletin de paie | bulletin de salaire | relevé de factures`,
      hints: `ancien solde | nouveau solde | opérations | date valeur | solde créditeur`,
    },
    certificate: {
      titles: `
        certificat | attestation | diplôme | arrêt de travail | certificat médical | extrait kbis |
        attestation d'assurance | certificat de travail`,
      hints: `atteste que | certifie que | nous attestons | pour servir et valoir`,
    },
    report: {
      titles: `
        rapport | rapport annuel | rapport d'audit | bilan | rapport d'inspection | rapport d'activité`,
      hints: `résumé | conclusion | recommandations | introduction`,
    },
    minutes: {
      titles: `
        procès-verbal | compte rendu | compte-rendu de réunion | procès verbal | compte rendu de réunion`,
      hints: `présents | ordre du jour | séance | président de séance | excusés`,
    },
    advertising: {
      titles: `promotion | offre spéciale | soldes | invitation | lettre d information | offre exclusive`,
      hints: `
        commandez maintenant | offre limitée | code promo | se désabonner | profitez | dans la limite des stocks`,
    },
    form: {
      titles: `
        formulaire | demande | déclaration | procuration | note de frais | questionnaire | bulletin d'inscription`,
      hints: `remplir | cocher | en majuscules | fait à | lu et approuvé`,
    },
  },
  numberWords: `no | n | nr | numero | num`,
  dayWords: `jours | jour | j`,
  termWords: `
    conditions de paiement | conditions de règlement | net | sous | à | délai de paiement | paiement | règlement |
    dans les | échéance | modalités de paiement`,
  untilWords: `au | à | jusqu au | et | jusque`,
  legalForms: `
    sarl | s.a.r.l. | sas | s.a.s. | sa | s.a. | eurl | sasu | sci | snc | ei | sprl | srl | asbl | mairie |
    association | scop | micro-entreprise | gie | auto-entrepreneur | selarl`,
}
