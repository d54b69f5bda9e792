export const example = '019aa000-0000-7000-8000-000000000091'
export const states = ['open', 'decided', 'cancelled'] as const
export type InterviewState = (typeof states)[number]
export const outcomes = ['go-on', 'offer', 'no'] as const
export const recommendations = ['strong-yes', 'yes', 'no', 'strong-no'] as const
export type Recommendation = (typeof recommendations)[number]
