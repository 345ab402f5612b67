/// The JSON-LD context of Croissant 1.1, from the appendix of the specification, with `samplingRate`,
/// which readers ask for.
enum CroissantContext {
  static let json = """
    {"@language":"en","@vocab":"https://schema.org/","arrayShape":"cr:arrayShape",\
    "citeAs":"cr:citeAs","column":"cr:column","conformsTo":"dct:conformsTo",\
    "containedIn":"cr:containedIn","cr":"http://mlcommons.org/croissant/",\
    "data":{"@id":"cr:data","@type":"@json"},"dataType":{"@id":"cr:dataType","@type":"@vocab"},\
    "dct":"http://purl.org/dc/terms/","description":{"@container":"@language"},\
    "equivalentProperty":"cr:equivalentProperty","examples":{"@id":"cr:examples","@type":"@json"},\
    "extract":"cr:extract","field":"cr:field","fileObject":"cr:fileObject",\
    "fileProperty":"cr:fileProperty","fileSet":"cr:fileSet","format":"cr:format",\
    "includes":"cr:includes","isArray":"cr:isArray","isLiveDataset":"cr:isLiveDataset",\
    "jsonPath":"cr:jsonPath","key":"cr:key","md5":"cr:md5","name":{"@container":"@language"},\
    "parentField":"cr:parentField","path":"cr:path","rai":"http://mlcommons.org/croissant/RAI/",\
    "recordSet":"cr:recordSet","references":"cr:references","regex":"cr:regex",\
    "repeated":"cr:repeated","replace":"cr:replace","samplingRate":"cr:samplingRate",\
    "sc":"https://schema.org/","separator":"cr:separator","source":"cr:source",\
    "subField":"cr:subField","transform":"cr:transform"}
    """
}
