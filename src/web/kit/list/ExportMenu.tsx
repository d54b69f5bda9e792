import { useSay } from '../../language/Say.tsx'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Menu, MenuItem } from '../Menu.tsx'
import type { FileForm } from './useExport.ts'

export interface ExportMenuProps {
  readonly onSave: (form: FileForm) => void
  /** Left out where only some rows are meant. */
  readonly onPrint?: () => void
  readonly icon?: 'download'
  readonly className?: string
}

/** The list as a file or on paper. */
export function ExportMenu({ onSave, onPrint, icon, className }: ExportMenuProps) {
  const say = useSay()
  return (
    <Menu
      label={say('list.export')}
      align="end"
      width={232}
      button={opener => (
        <Button look="quiet" {...(icon ? { icon } : {})} className={className} {...opener}>
          {say('list.export')} {icon ? <Icon name="chevron-down" small /> : null}
        </Button>
      )}
    >
      <MenuItem icon="file-spreadsheet" onSelect={() => onSave('xlsx')}>
        {say('list.export.xlsx')}
      </MenuItem>
      <MenuItem icon="table-export" onSelect={() => onSave('csv')}>
        {say('list.export.csv')}
      </MenuItem>
      {onPrint ? (
        <MenuItem icon="printer" onSelect={onPrint}>
          {say('list.print')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}
