/** Kontor's mark: a folder with a K. */
export function Brand() {
  return (
    <svg className="brand" viewBox="0 0 20 20" aria-hidden="true">
      <path
        fill="var(--accent)"
        d="M2 4.5A2.5 2.5 0 0 1 4.5 2h4l1.8 2h5.2A2.5 2.5 0 0 1 18 6.5v9a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 2 15.5z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M7.4 7.4v7.2m5-7.2L7.6 11l5 3.6"
      />
    </svg>
  )
}
