import { type ReactNode, useMemo } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { areaOf, areaWords, rightWords, type Say } from './words.ts'

export interface RightsPickerProps {
  /** What can be given: single acts, `area.*` where the whole area can be. */
  readonly available: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** Beside what is chosen: its limit. */
  readonly beside?: (permission: string) => ReactNode
}

interface Area {
  readonly name: string
  /** `area.*`, where the whole area can be given. */
  readonly whole: string | null
  readonly acts: readonly string[]
}

function areasOf(say: Say, available: readonly string[]): Area[] {
  const groups = Map.groupBy(
    available.filter(one => one !== '*'),
    areaOf,
  )
  return [...groups]
    .map(([name, permissions]) => ({
      name,
      whole: permissions.find(one => one.endsWith('.*')) ?? null,
      acts: permissions
        .filter(one => !one.endsWith('.*'))
        .toSorted((a, b) => rightWords(say, a).localeCompare(rightWords(say, b))),
    }))
    .toSorted((a, b) => areaWords(say, a.name).localeCompare(areaWords(say, b.name)))
}

/** Rights in words, by area: the whole area at one press, or its acts one by one. */
export function RightsPicker({ available, chosen, onChange, beside }: RightsPickerProps) {
  const say = useSay<Keys>()
  const areas = useMemo(() => areasOf(say, available), [say, available])
  const set = (permissions: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const permission of permissions) {
      if (on) next.add(permission)
      else next.delete(permission)
    }
    onChange(next)
  }
  return (
    <div className="rights">
      {areas.map(area => (
        <AreaRights key={area.name} area={area} chosen={chosen} set={set} beside={beside} />
      ))}
    </div>
  )
}

interface AreaRightsProps {
  readonly area: Area
  readonly chosen: ReadonlySet<string>
  readonly set: (permissions: readonly string[], on: boolean) => void
  readonly beside: ((permission: string) => ReactNode) | undefined
}

function AreaRights({ area, chosen, set, beside }: AreaRightsProps) {
  const say = useSay<Keys>()
  const { whole, acts } = area
  const isWhole = whole !== null && chosen.has(whole)
  const some = acts.filter(one => chosen.has(one)).length
  const all = isWhole || (acts.length > 0 && some === acts.length)
  const onWhole = (on: boolean) => {
    set(acts, on && whole === null)
    if (whole) set([whole, ...(on ? [] : acts)], on)
  }
  const count = isWhole
    ? say('page.rights.all')
    : some
      ? say('page.rights.some', { count: some, of: acts.length })
      : say('page.rights.none')
  return (
    <div className="rights-area">
      <label className="tick">
        <input
          className="box"
          type="checkbox"
          checked={all}
          ref={box => {
            if (box) box.indeterminate = !all && some > 0
          }}
          onChange={event => onWhole(event.target.checked)}
        />
        <b>{areaWords(say, area.name)}</b>
        <span className="t3">{count}</span>
      </label>
      {whole && isWhole ? beside?.(whole) : null}
      {acts.length ? (
        <details>
          <summary>{say('page.rights.one-by-one')}</summary>
          <div className="rights-acts">
            {acts.map(permission => (
              <div key={permission}>
                <label className="tick">
                  <input
                    className="box"
                    type="checkbox"
                    checked={isWhole || chosen.has(permission)}
                    disabled={isWhole}
                    onChange={event => set([permission], event.target.checked)}
                  />
                  <span>{rightWords(say, permission)}</span>
                </label>
                {!isWhole && chosen.has(permission) ? beside?.(permission) : null}
              </div>
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}
