import { useEffect } from 'react'
import { useSay } from './Say.tsx'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/**
 * What the browser says beside a field that is not right yet, in the language of the page: its own words are those of the browser's
 * language. They hold until something else is typed.
 */
export function FieldWords() {
  const say = useSay()
  useEffect(() => {
    const forget = ({ target }: Event) => {
      if (isField(target)) target.setCustomValidity('')
    }
    const word = ({ target }: Event) => {
      if (!isField(target)) return
      target.setCustomValidity('')
      const { valid, valueMissing, tooShort, typeMismatch } = target.validity
      if (valid) return
      const shortest = 'minLength' in target ? target.minLength : 0
      target.setCustomValidity(
        valueMissing
          ? say('form.required')
          : tooShort
            ? say('form.too-short', { count: shortest })
            : typeMismatch && target.type === 'email'
              ? say('form.wrong.email')
              : say('form.wrong'),
      )
    }
    document.addEventListener('invalid', word, true)
    document.addEventListener('input', forget, true)
    return () => {
      document.removeEventListener('invalid', word, true)
      document.removeEventListener('input', forget, true)
    }
  }, [say])
  return null
}
