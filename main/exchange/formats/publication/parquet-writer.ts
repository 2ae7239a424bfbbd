import { type FileHandle, open } from 'node:fs/promises'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column, Row } from './columns.ts'
import { parquetSchema } from './parquet-schema.ts'

/** A Parquet file that is written some rows at a time, Snappy-compressed, and is on the disk when it is closed. */
export class ParquetFile {
  readonly #columns: readonly Column[]
  readonly #file: FileHandle
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter

  private constructor(columns: readonly Column[], file: FileHandle, createdBy: string) {
    this.#columns = columns
    this.#file = file
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema: parquetSchema(columns), createdBy })
  }

  /** Where nothing is. */
  static async open(path: string, columns: readonly Column[], createdBy: string): Promise<ParquetFile> {
    return new ParquetFile(columns, await open(path, 'wx'), createdBy)
  }

  /** One row group. */
  async write(rows: readonly Row[]): Promise<void> {
    const columnData = this.#columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]) }))
    this.#writer.write({ columnData, rowGroupSize: Math.max(1, rows.length) })
    await this.#flush()
  }

  async close(): Promise<void> {
    this.#writer.finish()
    if (this.#writer.num_rows === 0n) this.#nameEmptyList()
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
  }

  /** Without finishing it: what was written is to be thrown away. */
  async abandon(): Promise<void> {
    await this.#file.close()
  }

  /**
   * The library writes an empty list of row groups as one of nothing, which strict readers (those in Rust) refuse:
   * makes it one of structs. In the footer it stands right before the name of the program.
   */
  #nameEmptyList(): void {
    const [field, nothing, struct, nextField] = [0x19, 0x00, 0x0c, 0x28]
    const createdBy = Buffer.from(this.#writer.createdBy)
    const bytes = Buffer.from(this.#bytes.buffer, 0, this.#bytes.index)
    const at = bytes.lastIndexOf(Buffer.from([field, nothing, nextField, createdBy.length, ...createdBy]))
    if (at >= 0) bytes[at + 1] = struct
  }

  /** The writer counts its bytes in `offset`; what it holds may go. */
  async #flush(): Promise<void> {
    await this.#file.writeFile(this.#bytes.getBytes())
    this.#bytes.index = 0
  }
}
