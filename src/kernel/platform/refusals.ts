import { refusal } from '../refusal.ts'

/** What signing in and links can refuse; the words stand in the catalogues of the module authority. */
export const platformRefusals = {
  /** The same for an unknown e-mail, a wrong password and a disabled account. */
  signInWrong: refusal('sign-in-wrong', 401),
  passwordWeak: refusal('password-weak', 422),
  linkSpent: refusal('link-spent', 409),
  emailTaken: refusal('email-taken', 409),
  organisationForeign: refusal('organisation-foreign', 403),
} as const
