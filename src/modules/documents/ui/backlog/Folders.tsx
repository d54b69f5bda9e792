import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listClasses } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { BacklogDetail } from './Backlog.tsx'

type Folder = BacklogDetail['folders'][number]

/** What a person says of a folder instead of what was proposed. */
export interface Choice {
  readonly leaveOut?: boolean
  readonly classCodeId?: string | null
  readonly newClass?: { readonly code: string; readonly name: string }
}
export type Choices = Readonly<Record<string, Choice>>

interface FoldersProps {
  readonly folders: readonly Folder[]
  readonly choices: Choices
  /** Null: it stands as it is. */
  readonly onChange: ((choices: Choices) => void) | null
}

/** The option a folder has now, as the select names it. */
function valueOf(folder: Folder, choice: Choice | undefined): string {
  if (choice?.leaveOut || (!choice && folder.leftOut)) return 'out'
  if (choice?.newClass) return `new ${choice.newClass.code}`
  if (choice) return choice.classCodeId ?? 'none'
  return folder.newClass ? `new ${folder.newClass.code}` : (folder.classCode?.id ?? 'none')
}

/** The folders as a tree, each with the class that its papers will be filed under. */
export function Folders({ folders, choices, onChange }: FoldersProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const classes = useQuery<typeof listClasses>('documents.list-classes', { retired: false }, { keep: true })
  const fresh = new Map(folders.flatMap(({ newClass }) => (newClass ? [[newClass.code, newClass] as const] : [])))
  const choose = (folder: Folder, value: string) => {
    const { [folder.path]: _before, ...others } = choices
    const newClass = value.startsWith('new ') ? fresh.get(value.slice(4)) : undefined
    if (value === valueOf(folder, undefined)) onChange?.(others)
    else if (value === 'out') onChange?.({ ...others, [folder.path]: { leaveOut: true } })
    else if (newClass) onChange?.({ ...others, [folder.path]: { newClass } })
    else onChange?.({ ...others, [folder.path]: { classCodeId: value === 'none' ? null : value } })
  }
  return (
    <table className="tbl backlog-folders">
      <thead>
        <tr>
          <th>{say('field.folder')}</th>
          <th className="n">{say('page.backlog.files')}</th>
          <th className="class">{say('page.backlog.class')}</th>
        </tr>
      </thead>
      <tbody>
        {folders.map(folder => (
          <tr key={folder.path}>
            <td
              className="backlog-path"
              style={{ paddingInlineStart: `${(folder.path.split('/').length - 1) * 20}px` }}
            >
              {folder.path.split('/').at(-1) || <span className="t3">{say('page.backlog.top')}</span>}
            </td>
            <td className="n">{folder.files > 0 ? formats.number(folder.files) : <span className="t3">–</span>}</td>
            <td className="class">
              {onChange ? (
                <select
                  className="input"
                  aria-label={`${say('page.backlog.class')}: ${folder.path || say('page.backlog.top')}`}
                  value={valueOf(folder, choices[folder.path])}
                  onChange={event => choose(folder, event.target.value)}
                >
                  <option value="none">{say('page.backlog.no-class')}</option>
                  <option value="out">{say('page.backlog.leave-out')}</option>
                  {[...fresh.values()].map(({ code, name }) => (
                    <option key={code} value={`new ${code}`}>
                      {say('page.backlog.new', { code, name })}
                    </option>
                  ))}
                  {classes.data?.rows.map(({ id, code, name }) => (
                    <option key={id} value={id}>
                      {code} {name}
                    </option>
                  ))}
                </select>
              ) : (
                <span className="t2">{standing(say, folder)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function standing(say: ReturnType<typeof useSay<DocumentKeys>>, { leftOut, classCode, newClass }: Folder): string {
  if (leftOut) return say('page.backlog.leave-out')
  const one = classCode ?? newClass
  return one ? `${one.code} ${one.name}` : say('page.backlog.no-class')
}
