/** The arithmetic that every statement promises: what was, and what moved, is what is. */
import { decimalOfMoney } from '../../../kernel/money.ts'
import type { Statement, StatementFinding } from '../model.ts'

/** Says where opening plus lines is not closing; a batch counts once for each of its lines, which are its sum. */
export function checkBalance(statement: Statement, line: number | null): StatementFinding[] {
  const { opening, closing, lines } = statement
  if (!opening || !closing) return []
  const moved = lines.reduce((sum, one) => sum + one.amount.minor, 0n)
  const computed = opening.amount.minor + moved
  if (computed === closing.amount.minor) return []
  const { currency } = closing.amount
  return [
    {
      name: 'balance-differs',
      line,
      data: {
        statement: statement.sequence ?? statement.id,
        said: decimalOfMoney(closing.amount),
        computed: decimalOfMoney({ minor: computed, currency }),
        currency,
      },
    },
  ]
}
