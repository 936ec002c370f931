import type { Sentence } from '@eslabon/core';
import type { CellIssueCode } from './cell-issue.js';

/** What a sentence can speak of: the cell, its column, and one further fact such as a limit or another row. */
interface SentenceFacts {
  value: string;
  column: string;
  detail: string;
}

type SentenceOf = (facts: SentenceFacts) => Sentence;

/** The severity and the sentences of every issue, for the officer who corrects the file. */
export const issueSentences: Record<CellIssueCode, ['error' | 'warning', SentenceOf]> = {
  ROW_SHORT: [
    'error',
    ({ detail }) => ({
      en: `This row has fewer cells than the header: ${detail}.`,
      es: `Esta fila tiene menos celdas que el encabezado: ${detail}.`,
      pt: `Esta linha tem menos células que o cabeçalho: ${detail}.`,
    }),
  ],
  ROW_LONG: [
    'error',
    ({ detail }) => ({
      en: `This row has more cells than the header: ${detail}. A cell that contains the separator must be in quotes.`,
      es: `Esta fila tiene más celdas que el encabezado: ${detail}. Una celda que contiene el separador debe ir entre comillas.`,
      pt: `Esta linha tem mais células que o cabeçalho: ${detail}. Uma célula que contém o separador deve estar entre aspas.`,
    }),
  ],
  CELL_REQUIRED: [
    'error',
    ({ column }) => ({
      en: `“${column}” must not be empty.`,
      es: `«${column}» no puede estar vacío.`,
      pt: `“${column}” não pode estar vazio.`,
    }),
  ],
  CELL_FORMULA: [
    'error',
    ({ value }) => ({
      en: `“${value}” begins like a spreadsheet formula. Write it as plain text.`,
      es: `«${value}» empieza como una fórmula de hoja de cálculo. Escríbalo como texto simple.`,
      pt: `“${value}” começa como uma fórmula de planilha. Escreva-o como texto simples.`,
    }),
  ],
  CELL_UNREADABLE_CHARACTER: [
    'error',
    ({ column }) => ({
      en: `“${column}” contains invisible or lost characters. Type the text again.`,
      es: `«${column}» contiene caracteres invisibles o perdidos. Escriba el texto de nuevo.`,
      pt: `“${column}” contém caracteres invisíveis ou perdidos. Digite o texto novamente.`,
    }),
  ],
  CELL_TOO_LONG: [
    'error',
    ({ column, detail }) => ({
      en: `“${column}” may have at most ${detail} characters.`,
      es: `«${column}» puede tener como máximo ${detail} caracteres.`,
      pt: `“${column}” pode ter no máximo ${detail} caracteres.`,
    }),
  ],
  CELL_INVALID: [
    'error',
    ({ value, column, detail }) => ({
      en: `“${value}” is not accepted as “${column}”: ${detail}.`,
      es: `«${value}» no se acepta como «${column}»: revise los caracteres y el formato.`,
      pt: `“${value}” não é aceito como “${column}”: verifique os caracteres e o formato.`,
    }),
  ],
  TIN_INVALID: [
    'error',
    ({ value, detail }) => ({
      en: `“${value}” does not make a trader identification number of ${detail}: up to 15 letters or digits are expected.`,
      es: `«${value}» no forma un número de identificación (TIN) de ${detail}: se esperan hasta 15 letras o dígitos.`,
      pt: `“${value}” não forma um número de identificação (TIN) de ${detail}: são esperadas até 15 letras ou dígitos.`,
    }),
  ],
  NATIONAL_ID_CHECK_DIGIT: [
    'warning',
    ({ value, detail }) => ({
      en: `The check digit of ${detail} “${value}” does not match. Compare it with the tax register.`,
      es: `El dígito verificador de ${detail} «${value}» no coincide. Compárelo con el registro tributario.`,
      pt: `O dígito verificador de ${detail} “${value}” não confere. Compare com o cadastro tributário.`,
    }),
  ],
  NATIONAL_ID_FORMAT: [
    'warning',
    ({ value, detail }) => ({
      en: `“${value}” does not have the form of ${detail}. Compare it with the tax register.`,
      es: `«${value}» no tiene la forma de ${detail}. Compárelo con el registro tributario.`,
      pt: `“${value}” não tem a forma de ${detail}. Compare com o cadastro tributário.`,
    }),
  ],
  LEGAL_NAME_LONG: [
    'warning',
    ({ detail }) => ({
      en: `The name has ${detail} characters; declarations show the first 70.`,
      es: `El nombre tiene ${detail} caracteres; las declaraciones muestran los primeros 70.`,
      pt: `O nome tem ${detail} caracteres; as declarações mostram os primeiros 70.`,
    }),
  ],
  CERTIFICATE_TYPE_UNKNOWN: [
    'error',
    ({ value }) => ({
      en: `“${value}” is not a known certificate type. Write security, compliance or full.`,
      es: `«${value}» no es un tipo de certificado conocido. Escriba seguridad, cumplimiento o completo.`,
      pt: `“${value}” não é um tipo de certificado conhecido. Escreva segurança, conformidade ou completo.`,
    }),
  ],
  ROLE_UNKNOWN: [
    'error',
    ({ detail }) => ({
      en: `“${detail}” is not a known operator role. Write codes such as IM, EX or CB, joined by +.`,
      es: `«${detail}» no es un tipo de operador conocido. Escriba códigos como IM, EX o CB, unidos por +.`,
      pt: `“${detail}” não é um tipo de operador conhecido. Escreva códigos como IM, EX ou CB, unidos por +.`,
    }),
  ],
  ROLE_REPEATED: [
    'warning',
    ({ detail }) => ({
      en: `${detail} stands here more than once; it counts once.`,
      es: `${detail} aparece más de una vez; cuenta una sola vez.`,
      pt: `${detail} aparece mais de uma vez; conta uma só vez.`,
    }),
  ],
  STATUS_UNKNOWN: [
    'error',
    ({ value }) => ({
      en: `“${value}” is not a known status. Write active, suspended or revoked.`,
      es: `«${value}» no es un estado conocido. Escriba vigente, suspendido o revocado.`,
      pt: `“${value}” não é uma situação conhecida. Escreva ativo, suspenso ou revogado.`,
    }),
  ],
  STATUS_EXPIRED: [
    'warning',
    ({ value }) => ({
      en: `“${value}” ends the certificate: unless its end date has passed, it is revoked with the reason EXPIRED.`,
      es: `«${value}» termina el certificado: si su fecha final no ha pasado, se revoca con el motivo EXPIRED.`,
      pt: `“${value}” encerra o certificado: se a data final não passou, é revogado com o motivo EXPIRED.`,
    }),
  ],
  DATE_INVALID: [
    'error',
    ({ value }) => ({
      en: `“${value}” is not a date of the calendar. Write it as 2026-03-31.`,
      es: `«${value}» no es una fecha del calendario. Escríbala como 2026-03-31.`,
      pt: `“${value}” não é uma data do calendário. Escreva-a como 2026-03-31.`,
    }),
  ],
  DATE_ORDER_ASSUMED: [
    'warning',
    ({ value, detail }) => ({
      en: `No date in the file tells day from month. “${value}”, like all others, is read day first: ${detail}.`,
      es: `Ninguna fecha del archivo distingue el día del mes. «${value}», como las demás, se lee con el día primero: ${detail}.`,
      pt: `Nenhuma data do arquivo distingue o dia do mês. “${value}”, como as demais, é lida com o dia primeiro: ${detail}.`,
    }),
  ],
  DATE_ORDER_CONFLICT: [
    'error',
    ({ value, detail }) => ({
      en: `“${value}” can be read two ways, and the file has dates of both kinds (${detail}). Write it as 2026-03-31.`,
      es: `«${value}» puede leerse de dos maneras, y el archivo tiene fechas de ambas clases (${detail}). Escríbala como 2026-03-31.`,
      pt: `“${value}” pode ser lida de duas maneiras, e o arquivo tem datas dos dois tipos (${detail}). Escreva-a como 2026-03-31.`,
    }),
  ],
  DATES_REVERSED: [
    'error',
    ({ value, detail }) => ({
      en: `The certificate ends (${value}) before it takes effect (${detail}).`,
      es: `El certificado termina (${value}) antes de entrar en vigor (${detail}).`,
      pt: `O certificado termina (${value}) antes de entrar em vigor (${detail}).`,
    }),
  ],
  EMAIL_INVALID: [
    'warning',
    ({ value }) => ({
      en: `“${value}” is not an e-mail address; it is left out.`,
      es: `«${value}» no es una dirección de correo; se omite.`,
      pt: `“${value}” não é um endereço de e-mail; é omitido.`,
    }),
  ],
  DUPLICATE_ROW: [
    'warning',
    ({ detail }) => ({
      en: `This row says the same as row ${detail} and is skipped.`,
      es: `Esta fila dice lo mismo que la fila ${detail} y se omite.`,
      pt: `Esta linha diz o mesmo que a linha ${detail} e é ignorada.`,
    }),
  ],
  DUPLICATE_NUMBER: [
    'error',
    ({ value, detail }) => ({
      en: `Certificate ${value} already stands in row ${detail} with other content.`,
      es: `El certificado ${value} ya figura en la fila ${detail} con otro contenido.`,
      pt: `O certificado ${value} já consta na linha ${detail} com outro conteúdo.`,
    }),
  ],
};
