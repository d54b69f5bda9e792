import { command, job } from '../../../kernel/declare.ts'
import { choice, count, day, expectedVersion, id, longText, minutes, text, z } from '../../../kernel/schema.ts'
import {
  latenessExplained,
  obligationFulfilled,
  fulfilmentTakenBack,
  obligationRaised,
  runCancelled,
  runCompleted,
  runDaysMoved,
  runMoved,
  runStarted,
  stepAdded,
  stepEnded,
  stepReopened,
  stepsBegun,
} from './events.ts'
import {
  answerMissing,
  evidenceMissing,
  lateReasonMissing,
  personUnknown,
  procedureNotInForce,
  reasonMissing,
  runNotRunning,
  runUpToDate,
  stepNotEnded,
  stepNotLate,
  stepNotOpen,
  stepsFull,
  stepUnknown,
} from './refusals.ts'
import { answers, changed, example } from './shapes.ts'

const exampleStep = '019aa000-0000-7000-8000-000000000032'
const run = { id: id('procedure-run', { hidden: true }), expectedVersion: expectedVersion() }
const step = { ...run, stepId: z.uuid().meta({ hidden: true }) }
const about = { kinds: ['procedure-run'], subject: 'id' } as const
const because = () => text(500, { control: 'longtext' })

export const startRun = command({
  name: 'procedures.start-run',
  summary: 'Starts a procedure: with the answers it asks for, its anchor date, and the record it concerns.',
  input: z.strictObject({
    id: id('procedure', { hidden: true }),
    anchorOn: day().optional(),
    aboutId: id(undefined, { folded: true }).optional(),
    answers: answers.optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), runId: z.uuid() }),
  emits: [runStarted, runCompleted],
  refusals: [procedureNotInForce, answerMissing],
  kinds: ['procedure'],
  subject: 'id',
  undoable: true,
  example: { id: example, anchorOn: '2126-11-30' },
})

export const cancelRun = command({
  name: 'procedures.cancel-run',
  summary: 'Cancels a run with the reason; its untouched tasks are taken back.',
  input: z.strictObject({ ...run, because: because() }),
  output: changed,
  emits: [runCancelled],
  refusals: [runNotRunning],
  ...about,
  example: { id: example, because: 'The employment was called off.' },
})

export const moveRun = command({
  name: 'procedures.move-run',
  summary: 'Moves a run to the version in force: what has ended stays, what has not is made anew after it.',
  input: z.strictObject(run),
  output: changed,
  emits: [runMoved, runCompleted],
  refusals: [runNotRunning, runUpToDate],
  ...about,
  example: { id: example },
})

export const changeAnchor = command({
  name: 'procedures.change-anchor',
  summary: 'Counts the days of a run from another day: steps that have not ended, and their tasks, are due anew.',
  input: z.strictObject({ ...run, anchorOn: day() }),
  output: changed,
  emits: [runDaysMoved, stepsBegun],
  refusals: [runNotRunning],
  ...about,
  undoable: true,
  example: { id: example, anchorOn: '2126-12-07' },
})

export const completeStep = command({
  name: 'procedures.complete-step',
  summary: 'Completes a step of a run, with its evidence; a late one with the reason.',
  input: z.strictObject({
    ...step,
    because: because().optional(),
    evidenceId: id('document').optional(),
  }),
  output: changed,
  emits: [stepEnded, stepsBegun, runCompleted],
  refusals: [runNotRunning, stepUnknown, stepNotOpen, evidenceMissing, lateReasonMissing],
  ...about,
  undoable: true,
  example: { id: example, stepId: exampleStep, because: 'The bank was closed.' },
})

export const deviateStep = command({
  name: 'procedures.deviate-step',
  summary: 'Skips a step of a run, or says that it was done otherwise; always with the reason.',
  input: z.strictObject({ ...step, how: choice(['skipped', 'otherwise']), because: because() }),
  output: changed,
  emits: [stepEnded, stepsBegun, runCompleted],
  refusals: [runNotRunning, stepUnknown, stepNotOpen],
  ...about,
  undoable: true,
  example: { id: example, stepId: exampleStep, how: 'skipped', because: 'No petty cash this month.' },
})

export const reopenStep = command({
  name: 'procedures.reopen-step',
  summary: 'Opens an ended step again; steps that waited for it and that nobody has touched wait anew.',
  input: z.strictObject(step),
  output: changed,
  emits: [stepReopened],
  refusals: [stepUnknown, stepNotEnded, runNotRunning],
  ...about,
  example: { id: example, stepId: exampleStep },
})

export const explainLateness = command({
  name: 'procedures.explain-lateness',
  summary: 'Says why a step was completed late.',
  input: z.strictObject({ ...step, because: because() }),
  output: changed,
  emits: [latenessExplained],
  refusals: [stepUnknown, stepNotLate],
  ...about,
  example: { id: example, stepId: exampleStep, because: 'The bank was closed.' },
})

export const addStep = command({
  name: 'procedures.add-step',
  summary: 'Adds a step to one run only, which begins at once.',
  input: z.strictObject({
    ...run,
    title: text(300),
    howTo: longText(4_000).optional(),
    ownerId: id('principal', { control: 'person' }).optional(),
    dueOn: day().optional(),
    effortMinutes: minutes({ folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), stepId: z.uuid() }),
  emits: [stepAdded],
  refusals: [runNotRunning, personUnknown, stepsFull],
  ...about,
  undoable: true,
  example: { id: example, title: 'Ask the auditor', dueOn: '2126-12-01' },
})

/** Keys of the tasks that this module raises; `round` counts how often one was made for the same thing. */
export const stepKey = (runId: string, stepId: string, round: number): string =>
  `procedures.step:${runId}:${stepId}:${round}`
export const obligationKey = (id: string, dueOn: Temporal.PlainDate, round: number): string =>
  `procedures.obligation:${id}:${dueOn}:${round}`

const noteRun = z.strictObject({ id: id('procedure-run'), stepIds: z.array(z.uuid()).min(1).max(1_000) })
export const noteEnded = command({
  name: 'procedures.note-ended',
  summary: 'Notes that the tasks of steps were completed or dropped in the queue.',
  input: z.strictObject({ ...noteRun.shape, how: choice(['done', 'skipped']), because: z.string().nullable() }),
  output: z.strictObject({}),
  emits: [stepEnded, stepsBegun, runCompleted],
  refusals: [evidenceMissing, reasonMissing],
  door: 'none',
  tool: false,
  example: { id: example, stepIds: [exampleStep], how: 'done', because: null },
})

export const noteReopened = command({
  name: 'procedures.note-reopened',
  summary: 'Notes that the tasks of steps were opened again in the queue.',
  input: noteRun,
  output: z.strictObject({}),
  emits: [stepReopened],
  door: 'none',
  tool: false,
  example: { id: example, stepIds: [exampleStep] },
})

export const noteObligation = command({
  name: 'procedures.note-obligation',
  summary: "Notes that the task of an obligation's day was completed, or opened again, in the queue.",
  input: z.strictObject({ id: id('obligation'), dueOn: day(), how: choice(['done', 'reopened']) }),
  output: z.strictObject({}),
  emits: [obligationFulfilled, fulfilmentTakenBack],
  door: 'none',
  tool: false,
  example: { id: example, dueOn: '2126-11-30', how: 'done' },
})

export const raiseDue = command({
  name: 'procedures.raise-due',
  summary: 'Starts the runs, begins the steps and raises the obligations whose day or event has come.',
  input: z.strictObject({}),
  output: z.strictObject({ runs: count(), steps: count(), obligations: count() }),
  emits: [runStarted, runCompleted, stepsBegun, obligationRaised],
  door: 'none',
  tool: false,
  example: {},
})

export const dueJob = job('procedures.due', z.strictObject({}), 'system')

export const runCommands = [
  startRun,
  cancelRun,
  moveRun,
  changeAnchor,
  completeStep,
  deviateStep,
  reopenStep,
  explainLateness,
  addStep,
  noteEnded,
  noteReopened,
  noteObligation,
  raiseDue,
]
