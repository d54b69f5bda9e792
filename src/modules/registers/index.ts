import { defineModule } from '../../kernel/implement.ts'
import { addFieldBody, orderFieldsBody } from './commands/add-field.ts'
import { addRowBody } from './commands/add-row.ts'
import { addRuleBody, changeRuleBody, removeRuleBody, switchRuleBody } from './commands/add-rule.ts'
import { applyRulesBody } from './commands/apply-rules.ts'
import { changeFieldBody } from './commands/change-field.ts'
import { changeRegisterBody, restoreRegisterBody, retireRegisterBody } from './commands/change-register.ts'
import { changeRowBody, setByRuleBody } from './commands/change-row.ts'
import { convertFieldBody } from './commands/convert-field.ts'
import { createFromTemplateBody, createRegisterBody } from './commands/create-register.ts'
import { discardRowBody, discardRowsBody, restoreRowBody, restoreRowsBody } from './commands/discard-row.ts'
import { dropFieldBody, purgeFieldBody, restoreFieldBody } from './commands/drop-field.ts'
import { fireRuleBody } from './commands/fire-rule.ts'
import { importRowsBody, undoImportBody } from './commands/import-rows.ts'
import { remindOfDatesBody } from './commands/remind-of-dates.ts'
import { registersContract } from './contract.ts'
import { applyRulesJobBody, lookForDatesJobBody } from './jobs/rules.ts'
import { getRowBody, rowsNamingBody } from './queries/get-row.ts'
import { listRowsBody } from './queries/list-rows.ts'
import { previewConversionBody, previewImportBody, tryRuleBody } from './queries/previews.ts'
import { getRegisterBody, listRegistersBody, listRuleRunsBody, listTemplatesBody } from './queries/registers.ts'
import { catalogues } from './words.ts'

export const registers = defineModule({
  contract: registersContract,
  commands: [
    createRegisterBody,
    createFromTemplateBody,
    changeRegisterBody,
    retireRegisterBody,
    restoreRegisterBody,
    addFieldBody,
    changeFieldBody,
    convertFieldBody,
    orderFieldsBody,
    dropFieldBody,
    restoreFieldBody,
    purgeFieldBody,
    addRowBody,
    changeRowBody,
    setByRuleBody,
    discardRowBody,
    restoreRowBody,
    discardRowsBody,
    restoreRowsBody,
    importRowsBody,
    undoImportBody,
    addRuleBody,
    changeRuleBody,
    switchRuleBody,
    removeRuleBody,
    fireRuleBody,
    applyRulesBody,
    remindOfDatesBody,
  ],
  queries: [
    listRegistersBody,
    getRegisterBody,
    listRowsBody,
    getRowBody,
    rowsNamingBody,
    listTemplatesBody,
    previewConversionBody,
    previewImportBody,
    tryRuleBody,
    listRuleRunsBody,
  ],
  jobs: [applyRulesJobBody, lookForDatesJobBody],
  catalogues,
})
