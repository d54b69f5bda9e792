import type { Vocabulary } from './vocabulary.ts'

export const en: Vocabulary = {
  language: 'en',
  months: [
    `january | jan`,
    `february | feb`,
    `march | mar`,
    `april | apr`,
    `may`,
    `june | jun`,
    `july | jul`,
    `august | aug`,
    `september | sep | sept`,
    `october | oct`,
    `november | nov`,
    `december | dec`,
  ],
  labels: {
    number: `
      invoice number | invoice no | invoice nr | invoice num | invoice id | invoice # | inv no | tax invoice no |
      tax invoice number | tax invoice nr | bill number | bill no | credit note number | credit note no |
      credit memo no | document number | document no | doc no | our invoice no | reminder number | invoice ref |
      invoice reference | inv number | inv # | credit no | credit note ref | bill ref | our invoice`,
    looseNumber: `
      receipt number | receipt no | booking id | booking number | slip no | trans no | ticket no | quote number |
      quotation no | quote no | statement number | delivery note number | delivery note no | contract number |
      contract no | agreement no | permit number | permit no | licence number | license number | licence no |
      certificate number | certificate no | report no | case number | case no | application number | number | no |
      reference number`,
    orderNumber: `
      order number | order no | order id | order ref | your order | your order no | our order | purchase order |
      purchase order no | purchase order number | po number | po no | po | p.o. number | po ref | sales order |
      customer order number`,
    ourReference: `our reference | our ref | file number | file no | file ref | case officer ref`,
    yourOrder: `
      your order | your order no | your order number | your po | your po number | purchase order |
      purchase order no | purchase order number | po number | po no | po | p.o. number | po ref |
      customer order number | customer order`,
    reference: `
      payment reference | payment ref | reference for payment | remittance reference | remittance information |
      creditor reference | structured reference | please quote | quote reference | when paying quote |
      following communication for your payment | payment id | payment communication`,
    yourReference: `
      your reference | your ref | our reference | our ref | reference | ref | ref no | contact | attention`,
    customerNumber: `
      customer number | customer no | customer id | client number | client no | client id | account number |
      account no | account id | member no | membership number`,
    otherNumber: `
      phone | telephone | tel | fax | mobile | project | project number | project no | item no | article | part no |
      serial number | serial no | tracking number | meter number | meter no | hotline | helpline | customer care |
      toll free | policy number | policy no | page | routing number | zip | postcode | gst id | job no |
      mandate | table no | cashier | pin | cin | sku | approval code | card no | terminal id | counter | register |
      room no`,
    issued: `
      invoice date | date of invoice | bill date | billing date | date of issue | issue date | issued on | issued |
      tax point | tax point date | tax date | date issued | credit note date | statement date | letter date |
      receipt date | reminder date | document date | doc date | invoiced on | date of bill | date raised |
      inv date | bill dated | invoice dated | dated`,
    looseDate: `date | dated | dt`,
    due: `
      due date | payment due | payment due date | due on | due by | date due | pay by | please pay by | payable by |
      to be paid by | pay before | payment date | last date for payment | payment deadline | latest payment |
      payment required by | payment is due by | due | settle by | to be received by | payment to be received by |
      payable on | must be paid by | pay on or before | due for payment`,
    validUntil: `
      valid until | valid to | valid through | valid till | expires | expires on | expiry date | expiration date |
      expiry | this quote is valid until | offer valid until | in force until | end date | ends on`,
    period: `
      billing period | service period | invoice period | period | period covered | statement period |
      for the period | rental period | subscription period | term | from`,
    otherDate: `
      order date | delivery date | date of delivery | date of supply | supply date | shipping date | ship date |
      dispatch date | check in | check out | print date | printed | printed on | birth date | date of birth | born |
      departure | arrival | reading date | next reading | start date | payment received | original invoice date |
      reference date | cut off`,
    discountUntil: `discount | cash discount | early payment discount`,
    net: `
      net amount | net total | total net | net value | net | amount excluding vat | total excluding vat |
      total before tax | total exc vat | total ex vat | total excl vat | subtotal excl vat | amount before tax |
      taxable amount | total taxable | amount untaxed | untaxed amount | sum excluding vat | total w/o tax |
      total without tax | total without vat | vat basis | goods total | total net amount | net sum |
      total excluding tax | invoice total excluding vat | subtotal ex vat | taxable value | vat base | tax base |
      net price | excl gst | total excl gst | amount excl gst | total exclude gst | total sales excluding gst`,
    vat: `
      vat | tax | gst | sales tax | vat amount | tax amount | gst amount | of which vat | including vat of |
      vat at | vat @ | hst | pst | cgst | sgst | service tax | includes vat of | vat included | vat content |
      incl vat of`,
    vatTotal: `total vat | total tax | vat total | tax total | total gst | total vat amount | total tax amount`,
    total: `
      grand total | invoice total | total invoice | total incl vat | total inc vat | total including vat |
      total including tax | gross total | total gross | gross amount | total amount | total inclusive of vat |
      total for this invoice | amount including vat | total incl gst | total inclusive gst |
      total inclusive of gst | total sales inclusive gst | total sales inclusive of gst | total include gst |
      total inc gst | total amt incl gst | total incl tax | invoice amount | total after tax |
      total amount incl gst | total with vat | nett total | net total rounded | bill total | total price |
      total incl | gross | total credit | credit total | total credited | total sales | total amt | total charges |
      total charge | total value | order total`,
    sum: `total | totals | sum | tot | ttl`,
    subtotal: `subtotal | sub total | total before discount | sub-total | subtotal (rm)`,
    payable: `
      amount due | balance due | total due | amount payable | total payable | to pay | please pay | total to pay |
      amount to pay | payable amount | outstanding amount | total amount due | total amount payable |
      amount outstanding | net payable | payable | to be paid | balance to pay | total outstanding | now due |
      total now due | due amount | credit due | amount owed | total owed | balance outstanding | rounded total |
      total rounded | total after rounding | total after adj | total after adjustment | total rounding |
      round total | rounding total | residual`,
    prepaid: `
      prepaid | prepaid amount | paid | amount paid | paid amount | deposit | deposit paid | advance |
      advance payment | less paid | payments received | already paid | payment received | paid to date |
      less deposit | paid by card | paid on account | less payments | amount already paid | deposit received`,
    rounding: `
      rounding | rounding adjustment | round adj | rounding adj | round off | rounded | rnd adj | adjustment`,
    otherAmount: `
      discount | shipping | delivery | postage | freight | carriage | handling | reminder fee | late fee |
      late payment fee | interest | unit price | price | rate | credits | previous balance | opening balance |
      savings | you saved | service charge | tip | surcharge | share capital | capital | original amount |
      exchange rate | allowance | deductible | retention | commission | total discount | minimum payment |
      credit limit | total savings | qty | quantity | total qty | total quantity | total item | total items |
      item count | no of items | items | total pieces | points | total points | disc`,
    lineAmount: `amount | line total | amt | value | charges | balance | credit | debit`,
    tendered: `
      cash | tendered | amount tendered | cash tendered | paid cash | visa | mastercard | credit card | debit card |
      card | cash received | received | payment | master | tender`,
    change: `change | change due | cash change | change given | your change`,
    excludingVat: `
      excluding vat | excl vat | ex vat | exc vat | excl tax | excluding tax | before tax | without vat |
      without tax | w/o tax | net of vat | excluding gst | excl gst | exclusive of vat`,
    includingVat: `
      including vat | incl vat | inc vat | incl tax | including tax | with vat | inclusive of vat | including gst |
      incl gst | inclusive gst | inclusive of gst | inclusive of tax`,
    vatRate: `vat rate | tax rate | vat % | tax % | tax code | vat code | rate %`,
    iban: `iban | iban number | iban no`,
    bic: `bic | swift | bic code | swift code | bic/swift | swift/bic`,
    sortCode: `sort code | sort code / account | sort code / account no | sort code and account number | sort code account number`,
    account: `bank account | bank account number | bank account no`,
    vatNumber: `
      vat number | vat no | vat reg no | vat registration number | vat registration no | vat id | vat reg | tax id |
      vat identification number | gstin | gst no | gst reg no | gst id no | vat/tin | tin | our vat no`,
    organisationNumber: `
      company number | company no | company reg no | company registration number | registration number |
      registration no | registered number | reg no | co reg no | registered in england no |
      registered in england and wales no | company registration no | co no | registered no | roc no |
      organisation number | company registration | company reg`,
    seller: `
      seller | vendor | supplier | sold by | issued by | service provider | from | account holder | account name |
      beneficiary | payee | sender | provider | landlord | remit to | make payable to | cheques payable to |
      payable to | pay to`,
    buyer: `
      bill to | billed to | invoice to | invoiced to | billing address | bill to address | invoice address |
      customer | client | buyer | sold to | purchaser | customer name | recipient | guest name | tenant | to |
      attn | invoice recipient | customer address | cash bill to`,
    deliveryAddress: `
      ship to | shipping address | delivery address | deliver to | shipped to | delivered to | site address`,
    name: `name | company | company name`,
    subject: `subject | re | regarding | concerning | concerns`,
    currency: `currency | invoice currency | all amounts in | amounts in`,
    yours: `your | yours | customer | client | buyer | buyers | customers | recipient`,
  },
  kinds: {
    bill: {
      titles: `
        invoice | tax invoice | sales invoice | vat invoice | retail invoice | bill | retail invoices bill |
        final invoice | proforma invoice | pro forma invoice | commercial invoice | electricity bill |
        prepayment invoice`,
      hints: `invoice number | invoice date | payment terms | due date | bill to | please pay`,
    },
    'credit-note': {
      titles: `credit note | credit memo | credit invoice | corrective invoice | refund note`,
      hints: `credited | we have credited | refund of invoice | credit of invoice`,
    },
    reminder: {
      titles: `
        reminder | payment reminder | first reminder | second reminder | final reminder | final notice |
        overdue notice | reminder notice | notice of overdue payment | demand for payment | collection notice |
        letter before action | debt collection | past due notice | dunning letter | third reminder |
        overdue account | overdue invoice | late payment notice`,
      hints: `
        has not been paid | not yet received payment | overdue | reminder fee | late payment interest |
        debt collection | remains unpaid`,
    },
    receipt: {
      titles: `
        receipt | payment receipt | cash receipt | sales receipt | cash bill | official receipt | cash sale |
        till receipt`,
      hints: `
        change | cashier | thank you please come again | goods sold are not returnable | cash | tendered |
        thank you for your purchase | approval code`,
    },
    contract: {
      titles: `
        contract | agreement | lease | lease agreement | rental agreement | service agreement |
        employment contract | employment agreement | contract of employment | non disclosure agreement |
        data processing agreement | framework agreement | maintenance agreement | tenancy agreement |
        purchase agreement | licence agreement | license agreement | subscription agreement |
        consultancy agreement`,
      hints: `
        between the parties | the parties | hereinafter | notice period | governing law | termination | shall |
        in witness whereof | in two copies | hereby agree | clause`,
    },
    application: {
      titles: `
        application | job application | curriculum vitae | cv | resume | application for the position |
        cover letter | application for employment | covering letter | application letter`,
      hints: `
        work experience | education | i am applying | i hereby apply | references available | skills | languages |
        employment history | my cv | i would like to apply | the position of | qualifications |
        i look forward to hearing`,
    },
    permit: {
      titles: `
        permit | licence | license | building permit | work permit | residence permit | parking permit |
        alcohol licence | planning permission | environmental permit | decision on permit | operating licence |
        premises licence | street trading licence | fire safety permit`,
      hints: `
        is hereby granted | permit holder | licence holder | valid until | conditions of the permit |
        permission is granted | granted permission | licensing authority | conditions`,
    },
    letter: {
      titles: `letter`,
      hints: `
        dear | yours sincerely | yours faithfully | kind regards | best regards | sincerely | dear sir |
        dear madam`,
    },
    'delivery-note': {
      titles: `
        delivery note | packing slip | packing list | despatch note | dispatch note | delivery slip |
        proof of delivery | waybill | consignment note | goods delivered | delivery docket`,
      hints: `
        received by | delivered quantity | number of packages | gross weight | received in good condition |
        goods received | parcels | carrier`,
    },
    order: {
      titles: `
        purchase order | order | order confirmation | sales order | order acknowledgement | confirmation of order`,
      hints: `
        we hereby order | please deliver | we confirm your order | thank you for your order | order date |
        requested delivery date`,
    },
    quote: {
      titles: `quote | quotation | offer | estimate | proposal | tender | price quotation | cost estimate`,
      hints: `
        valid until | we are pleased to offer | this quote is valid | acceptance | our offer | offer is valid`,
    },
    statement: {
      titles: `
        statement | account statement | bank statement | statement of account | statement of accounts |
        annual statement | card statement | payslip | pay slip | salary statement | customer statement`,
      hints: `
        opening balance | closing balance | balance brought forward | transactions | balance carried forward |
        book date | value date`,
    },
    certificate: {
      titles: `
        certificate | diploma | certificate of employment | medical certificate | certificate of insurance |
        certificate of registration | sick note | certificate of completion | doctors certificate |
        insurance certificate`,
      hints: `this is to certify | hereby certify | certifies that | has successfully completed`,
    },
    report: {
      titles: `
        report | annual report | inspection report | audit report | monthly report | test report |
        quarterly report | progress report | summary report`,
      hints: `summary | findings | conclusion | recommendations | introduction`,
    },
    minutes: {
      titles: `minutes | minutes of meeting | meeting minutes | minutes of the board meeting | board minutes`,
      hints: `
        present | apologies | the meeting was opened | any other business | next meeting | action items | agenda |
        chair`,
    },
    advertising: {
      titles: `special offer | sale | campaign | newsletter | limited offer | great offers | exclusive offer`,
      hints: `
        order now | limited time | buy now | save up to | offer valid | unsubscribe | new arrivals | discount code |
        free trial | off your first | do not miss`,
    },
    form: {
      titles: `
        form | application form | claim form | registration form | order form | declaration | tax return |
        expense claim | questionnaire`,
      hints: `
        fill in | please complete | block letters | tick | signature of applicant | for official use only`,
    },
  },
  numberWords: `no | nr | number | num | id | ref | n`,
  dayWords: `days | day`,
  termWords: `
    payment terms | terms of payment | payment within | terms | net | balance at | payable within | due within |
    pay within | payment | within`,
  untilWords: `to | until | through | till | thru`,
  legalForms: `
    dac | uc | clg | council | borough |
    ltd | limited | plc | llp | inc | llc | corp | corporation | incorporated | pvt ltd | pty ltd | sdn bhd | bhd |
    cic | lp | company | co | enterprise | enterprises | trading | holdings`,
}
