/** The words of the command make no sense, whatever the project holds: exit status 2. */
export class WrongWords extends Error {}
