/** The program’s sign: an opening and a closing quotation mark, tied by a thread. */
export function Mark({ size }: { size: number }) {
  const quote = 'M116 -184C26 -148-84 -60-84 62A84 84 0 1 0 0 -22L-6 -22C10 -86 56 -144 116 -184Z'
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 1024 1024" className="mark">
      <rect x="80" y="80" width="864" height="864" rx="196" fill="#1c6a60" />
      <path
        d="M268 440C268 640 416 620 512 512C608 404 756 384 756 584"
        fill="none"
        stroke="#86c3b5"
        strokeWidth="26"
      />
      <g fill="#fbf9f4">
        <path d={quote} transform="translate(268 368)" />
        <path d={quote} transform="translate(466 368)" />
      </g>
      <g fill="#f0b95c">
        <path d={quote} transform="translate(558 656) rotate(180)" />
        <path d={quote} transform="translate(756 656) rotate(180)" />
      </g>
    </svg>
  )
}
