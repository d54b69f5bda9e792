/** One office for all cases, which stand by what they test. */
import './cases/asked.ts'
import './cases/answers.ts'
import './cases/outside.ts'
import './cases/programs.ts'
import './cases/days.ts'
import './cases/feeds.ts'
