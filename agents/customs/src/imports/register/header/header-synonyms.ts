import type { RegisterField } from '../register-field.js';

/**
 * What administrations call each column in Spanish, Portuguese and English. Accents, case, little words and
 * punctuation do not matter, and every way to write “number” is the same (see headerKey). Headers that could mean
 * two things, such as “Vigencia” or “Fecha”, are left out on purpose.
 */
export const headerSynonyms: Record<RegisterField, readonly string[]> = {
  certificateNumber: [
    ...['certificate number', 'certificate', 'certificate id', 'aeo number', 'aeo certificate number'],
    ...[
      'authorisation number',
      'authorization number',
      'registration number',
      'certificado',
      'número certificado',
    ],
    ...['número de certificación', 'número de autorización', 'número OEA', 'número de certificado OEA'],
    ...['código OEA', 'código de certificado', 'certificado número', 'certificado OEA', 'número de registro'],
    ...['número de certificação', 'número de autorização', 'código do certificado'],
  ],
  nationalId: [
    ...['national id', 'tax id', 'tax number', 'tax identification number', 'TIN', 'national identifier'],
    ...[
      'trader identification number',
      'identification',
      'identification number',
      'identificación',
      'RFC',
      'NIT',
    ],
    ...['RUC', 'RUT', 'CNPJ', 'CUIT', 'cédula jurídica', 'número de identificación', 'identificación fiscal'],
    ...[
      'identificación tributaria',
      'número de identificación tributaria',
      'número de identificación fiscal',
    ],
    ...['número RUC', 'número NIT', 'número RFC', 'número RUT', 'ID fiscal', 'RUC empresa', 'NIT empresa'],
    ...['número de cédula jurídica', 'registro fiscal', 'identificação', 'número de identificação'],
    ...['identificação fiscal', 'número de identificação fiscal', 'CNPJ empresa', 'número CNPJ'],
  ],
  legalName: [
    ...[
      'legal name',
      'company name',
      'company',
      'name',
      'operator name',
      'operator',
      'business name',
      'holder',
    ],
    ...[
      'razón social',
      'nombre o razón social',
      'razón social o nombre',
      'denominación social',
      'denominación',
    ],
    ...[
      'nombre',
      'nombre de la empresa',
      'empresa',
      'nombre del operador',
      'operador',
      'titular',
      'razão social',
    ],
    ...[
      'nome empresarial',
      'nome',
      'nome da empresa',
      'nome do operador',
      'denominação social',
      'denominação',
    ],
    ...['nome ou razão social'],
  ],
  tradeName: [
    ...['trade name', 'trading name', 'commercial name', 'doing business as', 'DBA', 'nombre comercial'],
    ...['nombre de fantasía', 'nome fantasia', 'nome comercial'],
  ],
  street: [
    ...['street', 'street address', 'address', 'calle', 'dirección', 'dirección fiscal', 'domicilio'],
    ...['domicilio fiscal', 'calle y número', 'endereço', 'logradouro', 'rua', 'rua e número'],
  ],
  city: [
    ...[
      'city',
      'town',
      'locality',
      'ciudad',
      'municipio',
      'localidad',
      'comuna',
      'cantón',
      'cidade',
      'localidade',
    ],
  ],
  subdivision: [
    ...['subdivision', 'state', 'province', 'region', 'department', 'departamento', 'provincia', 'región'],
    ...['entidad federativa', 'estado o provincia', 'UF', 'unidade federativa', 'unidade da federação'],
  ],
  postcode: [
    ...['postcode', 'post code', 'postal code', 'zip', 'zip code', 'código postal', 'CP', 'C.P.', 'CEP'],
    ...['código de endereçamento postal'],
  ],
  certificateType: [
    ...['certificate type', 'type of certificate', 'authorisation type', 'authorization type', 'AEO type'],
    ...[
      'certification type',
      'tipo de certificado',
      'tipo de certificación',
      'tipo de autorización',
      'modalidad',
    ],
    ...['categoría', 'tipo de certificado OEA', 'tipo de certificação', 'tipo de autorização', 'modalidade'],
  ],
  operatorRoles: [
    ...['role', 'roles', 'operator role', 'operator roles', 'operator type', 'type of operator', 'function'],
    ...['functions', 'activity', 'actor type', 'rol', 'tipo de operador', 'tipo de usuario', 'tipo de actor'],
    ...['función', 'funciones', 'actividad', 'papel', 'papéis', 'funções', 'função', 'atividade'],
    ...['tipo de interveniente', 'rol del operador', 'roles del operador'],
  ],
  programme: [
    ...[
      'programme',
      'program',
      'AEO programme',
      'AEO program',
      'programa',
      'programa OEA',
      'nombre del programa',
    ],
    ...['nome do programa'],
  ],
  decisionDate: [
    ...['decision date', 'date of decision', 'grant date', 'date granted', 'issue date', 'date of issue'],
    ...['authorisation date', 'authorization date', 'certification date', 'fecha de resolución'],
    ...['fecha de decisión', 'fecha de otorgamiento', 'fecha de emisión', 'fecha de autorización'],
    ...['fecha de certificación', 'data da decisão', 'data de concessão', 'data da certificação'],
    ...['data de emissão', 'data de autorização', 'data de outorga', 'data da resolução'],
  ],
  effectiveDate: [
    ...['effective date', 'effective from', 'valid from', 'start date', 'in force from', 'vigente desde'],
    ...['válido desde', 'vigencia desde', 'vigente a partir de', 'válido a partir de', 'fecha de inicio'],
    ...['inicio de vigencia', 'fecha de inicio de vigencia', 'fecha efectiva', 'fecha de entrada en vigor'],
    ...['entrada en vigor', 'entrada en vigencia', 'fecha de entrada en vigencia', 'início da vigência'],
    ...['data de início', 'data de início da vigência', 'data de entrada em vigor', 'entrada em vigor'],
    ...['data efetiva', 'vigência a partir de'],
  ],
  validUntil: [
    ...['valid until', 'valid to', 'valid through', 'expiry date', 'expiration date', 'expires', 'end date'],
    ...['vigente hasta', 'válido hasta', 'vigencia hasta', 'fecha de vencimiento', 'vencimiento'],
    ...[
      'fecha de expiración',
      'fecha de caducidad',
      'fecha fin',
      'fin de vigencia',
      'fecha de fin de vigencia',
    ],
    ...['fecha de término', 'validade', 'data de validade', 'válido até', 'vigente até', 'vigência até'],
    ...[
      'data de vencimento',
      'vencimento',
      'fim da vigência',
      'data de fim da vigência',
      'término da vigência',
    ],
    ...['data de término', 'data de expiração'],
  ],
  lastValidationDate: [
    ...[
      'last validation date',
      'last validation',
      'last validated',
      'date of last validation',
      'last review date',
    ],
    ...['revalidation date', 'última validación', 'fecha de última validación', 'última revalidación'],
    ...['fecha de revalidación', 'fecha de última revisión', 'última validação', 'data da última validação'],
    ...['data de revalidação', 'data da última revisão'],
  ],
  status: [
    ...['status', 'certificate status', 'operator status', 'AEO status', 'estado', 'estatus', 'situación'],
    ...['estado del certificado', 'estado del operador', 'estado OEA', 'situação'],
    ...['situação do certificado', 'situação do operador', 'status do certificado'],
  ],
  contactEmail: [
    ...['contact email', 'contact e-mail', 'email', 'e-mail', 'email address', 'e-mail address', 'correo'],
    ...['correo de contacto', 'correo electrónico', 'correo electrónico de contacto', 'email de contacto'],
    ...[
      'e-mail de contacto',
      'email de contato',
      'e-mail de contato',
      'correio eletrônico',
      'endereço de e-mail',
    ],
  ],
};
